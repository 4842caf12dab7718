import { type Kysely, sql, type Transaction } from 'kysely';
import { newWorkflowId, type ProjectId, type WorkflowId } from '../base/ids.js';
import type {
  StoredWorkflow,
  WorkflowVersion,
  WorkflowVersionSummary,
} from '../engine/workflow/stored-workflow.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { notHidden } from './not-hidden.js';
import { isBehind, type NumberedPage, type Page } from './page.js';
import { scopeKeys } from './prompt-filter.js';
import type { PromptScope } from './prompt-store.js';
import type { Database } from './schema.js';
import type { Hidden } from './standing.js';
import { inTransaction } from './transaction.js';
import {
  type WorkflowRow,
  workflowFromRow,
  workflowVersionColumns,
  workflowVersionFromRow,
  workflowVersionSummaryFromRow,
} from './workflow-row.js';

/** Whose workflows are meant: a project's with the global ones, or the global ones alone (null). */
export type WorkflowScope = PromptScope;

export interface WorkflowFilter {
  /** Undefined is for the workflows of all projects. */
  readonly scope?: WorkflowScope | undefined;
  /** Names that begin so. */
  readonly namePrefix?: string | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** A text that shall be the newest version of a workflow. */
export interface RecordedSource {
  readonly project: ProjectId | null;
  readonly name: string;
  readonly description: string | null;
  readonly source: string;
  /** SHA-256 of the source, in hexadecimal. */
  readonly checksum: string;
  readonly note: string | null;
  readonly actor: string;
  readonly at: Date;
}

/** Where a text was recorded. */
export interface Recorded {
  readonly id: WorkflowId;
  /** The number of the version. */
  readonly version: number;
  /** Whether it is a version more; false when the newest version had the same text. */
  readonly isNew: boolean;
}

/** The workflows of the library with their versions. */
export class WorkflowStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /**
   * Makes a text the newest version of the workflow of its name, which is made when there is none. Whoever does so
   * at the same time comes before or after.
   */
  record(given: RecordedSource): Promise<Recorded> {
    return inTransaction(this.#database, ['library'], async (transaction) => {
      const found = await newestNamed(transaction, given);
      if (found === null) return createWorkflow(transaction, given);
      const { id, latest, checksum } = found;
      if (checksum === given.checksum) return { id, version: latest, isNew: false };
      await addVersion(transaction, id, latest + 1, given);
      return { id, version: latest + 1, isNew: true };
    });
  }

  /** The workflows of a name that a scope sees, the project's own first: two at most. */
  async named(name: string, scope: WorkflowScope): Promise<StoredWorkflow[]> {
    const rows = await this.#whole()
      .where('w.name', '=', name)
      .where(sql`coalesce(w.project_id, '')`, 'in', scopeKeys(scope))
      .where('w.deleted_at', 'is', null)
      .orderBy(sql`w.project_id is null`)
      .execute();
    return rows.map(workflowFromRow);
  }

  /** The workflows whose id begins so; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<StoredWorkflow[]> {
    const rows = await this.#whole()
      .where(beginsWith('w.id', prefix))
      .where('w.deleted_at', 'is', null)
      .limit(2)
      .execute();
    return rows.map(workflowFromRow);
  }

  /** The workflows of these ids, deleted ones too, in no certain order. */
  async withIds(ids: readonly WorkflowId[]): Promise<StoredWorkflow[]> {
    if (ids.length === 0) return [];
    return (await this.#whole().where('w.id', 'in', ids).execute()).map(workflowFromRow);
  }

  /** The workflows that pass the filter, a page of them, by name. */
  async list(
    filter: WorkflowFilter,
    { limit, after }: Page<readonly [name: string, id: string]>,
  ): Promise<StoredWorkflow[]> {
    let query = this.#filtered(filter);
    if (after !== undefined) query = query.where(isBehind(['w.name', 'w.id'], 'asc', after));
    const rows: WorkflowRow[] = await query
      .leftJoin('projects', 'projects.id', 'w.project_id')
      .selectAll('w')
      .select('projects.name as project_name')
      .orderBy('w.name')
      .orderBy('w.id')
      .limit(limit)
      .execute();
    return rows.map(workflowFromRow);
  }

  count(filter: WorkflowFilter): Promise<BoundedCount> {
    return countRows(this.#database, this.#filtered(filter).select('w.id').limit(ONE_MORE));
  }

  /** Names that a scope sees, for suggestions: the ones changed last. */
  async recentNames(scope: WorkflowScope, limit: number): Promise<string[]> {
    const rows = await this.#filtered({ scope })
      .select('w.name')
      .orderBy('w.updated_at', 'desc')
      .orderBy('w.id', 'desc')
      .limit(limit)
      .execute();
    return [...new Set(rows.map(({ name }) => name))];
  }

  /** A version of a workflow; undefined when it has none of that number. */
  async version(workflow: WorkflowId, number: number): Promise<WorkflowVersion | undefined> {
    const row = await this.#database
      .selectFrom('workflow_versions')
      .selectAll()
      .where('workflow_id', '=', workflow)
      .where('number', '=', number)
      .executeTakeFirst();
    return row && workflowVersionFromRow(row);
  }

  /** The versions of a workflow, the newest first, a page of them. */
  async versions(workflow: WorkflowId, { limit, after }: NumberedPage): Promise<WorkflowVersionSummary[]> {
    let query = this.#database
      .selectFrom('workflow_versions')
      .select(workflowVersionColumns)
      .where('workflow_id', '=', workflow)
      .orderBy('number', 'desc')
      .limit(limit);
    if (after !== undefined) query = query.where('number', '<', after[0]);
    return (await query.execute()).map(workflowVersionSummaryFromRow);
  }

  #filtered({ scope, namePrefix, hidden }: WorkflowFilter) {
    let query = this.#database.selectFrom('workflows as w').where('w.deleted_at', 'is', null);
    if (scope !== undefined) query = query.where(sql`coalesce(w.project_id, '')`, 'in', scopeKeys(scope));
    if (hidden !== undefined) query = query.where(notHidden('w.project_id', hidden));
    if (namePrefix !== undefined) query = query.where(beginsWith('w.name', namePrefix));
    return query;
  }

  #whole() {
    return this.#database
      .selectFrom('workflows as w')
      .leftJoin('projects as p', 'p.id', 'w.project_id')
      .selectAll('w')
      .select('p.name as project_name');
  }
}

/** The workflow of a name in exactly that project, with the checksum of its newest version. */
async function newestNamed(
  transaction: Transaction<Database>,
  { name, project }: RecordedSource,
): Promise<{ readonly id: WorkflowId; readonly latest: number; readonly checksum: string } | null> {
  const row = await transaction
    .selectFrom('workflows as w')
    .innerJoin('workflow_versions as v', (join) =>
      join.onRef('v.workflow_id', '=', 'w.id').onRef('v.number', '=', 'w.latest'),
    )
    .select(['w.id', 'w.latest', 'v.checksum'])
    .where('w.name', '=', name)
    .where(sql`coalesce(w.project_id, '')`, '=', project ?? '')
    .where('w.deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, id: row.id as WorkflowId };
}

async function createWorkflow(transaction: Transaction<Database>, given: RecordedSource): Promise<Recorded> {
  const { project, name, description, actor } = given;
  const at = given.at.toISOString();
  const id = newWorkflowId();
  await transaction
    .insertInto('workflows')
    .values({
      id,
      project_id: project,
      name,
      description,
      latest: 1,
      changes: 1,
      created_by: actor,
      created_at: at,
      updated_at: at,
      deleted_at: null,
    })
    .execute();
  await insertVersion(transaction, id, 1, given);
  return { id, version: 1, isNew: true };
}

async function addVersion(
  transaction: Transaction<Database>,
  id: WorkflowId,
  number: number,
  given: RecordedSource,
): Promise<void> {
  await insertVersion(transaction, id, number, given);
  await transaction
    .updateTable('workflows')
    .set(({ eb }) => ({
      latest: number,
      changes: eb('changes', '+', 1),
      description: given.description,
      updated_at: given.at.toISOString(),
    }))
    .where('id', '=', id)
    .execute();
}

async function insertVersion(
  transaction: Transaction<Database>,
  id: WorkflowId,
  number: number,
  { checksum, actor, note, at, source }: RecordedSource,
): Promise<void> {
  await transaction
    .insertInto('workflow_versions')
    .values({
      workflow_id: id,
      number,
      checksum,
      author: actor,
      note,
      created_at: at.toISOString(),
      source,
    })
    .execute();
}
