import { type Kysely, sql, type Transaction } from 'kysely';
import type { ProjectId } from '../base/ids.js';
import type { NewAuditEntry } from '../prompts/audit-entry.js';
import { appendAudit } from './audit-store.js';
import type { Database, ModelAliasesTable } from './schema.js';
import { inTransaction } from './transaction.js';

/** Another name of a model. The one that is called `default` is the model that is taken when none is named. */
export interface ModelAlias {
  readonly name: string;
  /** The project that it holds for; null for all. */
  readonly project: ProjectId | null;
  /** The model's full name: `openai:gpt-5-mini`. */
  readonly target: string;
  /** Who set it last, and when. */
  readonly actor: string;
  readonly at: Date;
}

/** Other names of models. A project's own comes before the one for all. */
export class ModelAliasStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** Sets an alias, in place of what it meant there before; on record in the audit log. */
  async set({ name, project, target, actor, at }: ModelAlias): Promise<void> {
    await inTransaction(this.#database, ['library'], async (transaction) => {
      const before = await removed(transaction, name, project);
      await transaction
        .insertInto('model_aliases')
        .values({ name, project_id: project, target, actor, at: at.toISOString() })
        .execute();
      await appendAudit(
        transaction,
        {
          ...entryOn(name, { actor, at }),
          action: 'alias.set',
          before: before === null ? null : { target: before, project },
          after: { target, project },
        },
        project,
      );
    });
  }

  /**
   * Removes an alias; on record in the audit log.
   * @returns false when there is none
   */
  remove(name: string, project: ProjectId | null, by: Pick<ModelAlias, 'actor' | 'at'>): Promise<boolean> {
    return inTransaction(this.#database, ['library'], async (transaction) => {
      const before = await removed(transaction, name, project);
      if (before === null) return false;
      await appendAudit(
        transaction,
        {
          ...entryOn(name, by),
          action: 'alias.removed',
          before: { target: before, project },
          after: null,
        },
        project,
      );
      return true;
    });
  }

  /** What an alias means in a project, or outside of any; null when it means nothing there. */
  async resolve(name: string, project: ProjectId | null): Promise<string | null> {
    const row = await this.#database
      .selectFrom('model_aliases')
      .select('target')
      .where('name', '=', name)
      .where(owner, 'in', [project ?? '', ''])
      .orderBy(owner, 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.target ?? null;
  }

  /** The aliases of all projects, or those that hold in one, or outside of any, by name; its own come first. */
  async list(project?: ProjectId | null): Promise<ModelAlias[]> {
    let query = this.#database.selectFrom('model_aliases').selectAll();
    if (project !== undefined) query = query.where(owner, 'in', [project ?? '', '']);
    const rows = await query.orderBy('name').orderBy(owner, 'desc').execute();
    return rows.map(aliasFromRow);
  }
}

/** The project's id; empty for all projects. */
const owner = sql<string>`coalesce(project_id, '')`;

/** @returns what it meant; null when there was none */
async function removed(
  transaction: Transaction<Database>,
  name: string,
  project: ProjectId | null,
): Promise<string | null> {
  const row = await transaction
    .deleteFrom('model_aliases')
    .where('name', '=', name)
    .where(owner, '=', project ?? '')
    .returning('target')
    .executeTakeFirst();
  return row?.target ?? null;
}

function entryOn(
  name: string,
  { actor, at }: Pick<ModelAlias, 'actor' | 'at'>,
): Omit<NewAuditEntry, 'action' | 'before' | 'after'> {
  return { at, actor, subject: { kind: 'alias', id: null, name }, note: null, forced: false };
}

function aliasFromRow(row: ModelAliasesTable): ModelAlias {
  return {
    name: row.name,
    project: row.project_id as ProjectId | null,
    target: row.target,
    actor: row.actor,
    at: new Date(row.at),
  };
}
