import { type Kysely, sql } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { ProjectId, PromptId } from '../base/ids.js';
import type { Prompt } from '../prompts/prompt.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { inChunks } from './in-chunks.js';
import { isBehind, type Page } from './page.js';
import { passesFilter, scopeKeys } from './prompt-filter.js';
import { type PromptRow, promptFromRow } from './prompt-row.js';
import type { Database } from './schema.js';
import type { Hidden } from './standing.js';

/** Whose prompts are meant: a project's with the global ones, or the global ones alone (null). */
export type PromptScope = ProjectId | null;

export interface PromptFilter {
  /** Undefined is for the prompts of all projects. */
  readonly scope?: PromptScope | undefined;
  readonly category?: string | undefined;
  readonly kind?: string | undefined;
  readonly featureType?: string | undefined;
  readonly tag?: string | undefined;
  readonly label?: string | undefined;
  readonly isTemplate?: boolean | undefined;
  /** The deleted ones, instead of those that are there. */
  readonly isDeleted?: boolean | undefined;
  /** Names that begin so. */
  readonly namePrefix?: string | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** A page of a list that is in the order of a name or a time, and of ids. */
export type PromptPage = Page<readonly [key: string, id: string]>;

export type PromptOrder = 'name' | 'updated' | 'created';

/** Looking prompts up; they are written through the prompt journal only. */
export class PromptStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The prompts of a name that a scope sees, the project's own first: two at most. */
  async named(name: string, scope: PromptScope): Promise<Prompt[]> {
    const rows = await this.#whole()
      .where('p.name', '=', name)
      .where(sql`coalesce(p.project_id, '')`, 'in', scopeKeys(scope))
      .where('p.deleted_at', 'is', null)
      .orderBy(sql`p.project_id is null`)
      .execute();
    return this.#withTags(rows);
  }

  /** Every prompt of a name, whatever project it belongs to. */
  async namedAnywhere(name: string): Promise<Prompt[]> {
    const rows = await this.#whole().where('p.name', '=', name).where('p.deleted_at', 'is', null).execute();
    return this.#withTags(rows);
  }

  /** The deleted prompts of a name, the one deleted last first. */
  async deletedNamed(name: string): Promise<Prompt[]> {
    const rows = await this.#whole()
      .where('p.name', '=', name)
      .where('p.deleted_at', 'is not', null)
      .orderBy('p.deleted_at', 'desc')
      .execute();
    return this.#withTags(rows);
  }

  /** The prompts whose id begins so, deleted ones too; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Prompt[]> {
    const rows = await this.#whole().where(beginsWith('p.id', prefix)).limit(2).execute();
    return this.#withTags(rows);
  }

  /** The prompts of these ids, deleted ones too, in no certain order. */
  async withIds(ids: readonly PromptId[]): Promise<Prompt[]> {
    if (ids.length === 0) return [];
    return this.#withTags(await this.#whole().where('p.id', 'in', ids).execute());
  }

  /** The prompt in force for exactly this layer. */
  async inForce(kind: string, scope: PromptScope, featureType: string | null): Promise<Prompt | undefined> {
    const rows = await this.#whole()
      .where('p.kind', '=', kind)
      .where(sql`coalesce(p.project_id, '')`, '=', scope ?? '')
      .where(sql`coalesce(p.feature_type, '')`, '=', featureType ?? '')
      .where('p.in_force', '=', 1)
      .where('p.deleted_at', 'is', null)
      .execute();
    return (await this.#withTags(rows))[0];
  }

  /** The prompts that pass the filter, a page of them: by name, or the newest first. */
  async list(filter: PromptFilter, order: PromptOrder, { limit, after }: PromptPage): Promise<Prompt[]> {
    const direction = order === 'name' ? 'asc' : 'desc';
    const key = order === 'name' ? 'p.name' : (`p.${order}_at` as const);
    let query = this.#filtered(filter);
    if (after !== undefined) query = query.where(isBehind([key, 'p.id'], direction, after));
    const rows = await query
      .leftJoin('projects', 'projects.id', 'p.project_id')
      .selectAll('p')
      .select('projects.name as project_name')
      .orderBy(key, direction)
      .orderBy('p.id', direction)
      .limit(limit)
      .execute();
    return this.#withTags(rows);
  }

  count(filter: PromptFilter): Promise<BoundedCount> {
    return countRows(this.#database, this.#filtered(filter).select('p.id').limit(ONE_MORE));
  }

  /** Names that a scope sees, for suggestions: the ones changed last. */
  async recentNames(scope: PromptScope, limit: number): Promise<string[]> {
    const rows = await this.#filtered({ scope })
      .select('p.name')
      .orderBy('p.updated_at', 'desc')
      .orderBy('p.id', 'desc')
      .limit(limit)
      .execute();
    return [...new Set(rows.map(({ name }) => name))];
  }

  /** How many prompts a project has of its own, all of them counted. */
  async countOfProject(project: ProjectId): Promise<number> {
    const { count } = await this.#filtered({})
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('p.project_id', '=', project)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** The prompts of these names that a project has of its own, or the global ones (null), in no certain order. */
  async ownNamed(names: readonly string[], scope: PromptScope): Promise<Prompt[]> {
    const rows = await inChunks(names, (chunk) =>
      this.#whole()
        .where('p.name', 'in', chunk)
        .where(sql`coalesce(p.project_id, '')`, '=', scope ?? '')
        .where('p.deleted_at', 'is', null)
        .execute(),
    );
    return this.#withTags(rows);
  }

  /** Those of the names that deleted prompts of a project have, or global ones (null). */
  async deletedAmong(names: readonly string[], scope: PromptScope): Promise<ReadonlySet<string>> {
    const rows = await inChunks(names, (chunk) =>
      this.#database
        .selectFrom('prompts as p')
        .select('p.name')
        .where('p.name', 'in', chunk)
        .where(sql`coalesce(p.project_id, '')`, '=', scope ?? '')
        .where('p.deleted_at', 'is not', null)
        .execute(),
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** Those of the names that a project has prompts of its own for, which hide the global ones. */
  async ownNames(project: ProjectId, names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await inChunks(names, (chunk) =>
      this.#database
        .selectFrom('prompts as p')
        .select('p.name')
        .where('p.name', 'in', chunk)
        .where(sql`coalesce(p.project_id, '')`, '=', project)
        .where('p.deleted_at', 'is', null)
        .execute(),
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** All prompts of a project, without the global ones. */
  async ofProject(project: ProjectId): Promise<Prompt[]> {
    const rows = await this.#whole()
      .where('p.project_id', '=', project)
      .where('p.deleted_at', 'is', null)
      .orderBy('p.name')
      .execute();
    return this.#withTags(rows);
  }

  /** The next prompts of a project, or global ones (null), by name, behind a name or from the first. */
  async ownPage(
    { scope, category, after }: { scope: PromptScope; category?: string | undefined; after: string | null },
    limit: number,
  ): Promise<Prompt[]> {
    let query = this.#whole()
      .where(sql`coalesce(p.project_id, '')`, '=', scope ?? '')
      .where('p.deleted_at', 'is', null);
    if (category !== undefined) query = query.where('p.category', '=', category);
    if (after !== null) query = query.where('p.name', '>', after);
    return this.#withTags(await query.orderBy('p.name').limit(limit).execute());
  }

  /** The prompts of a project that were changed last, without the global ones. */
  async newestOfProject(project: ProjectId, limit: number): Promise<Prompt[]> {
    const rows = await this.#whole()
      .where('p.project_id', '=', project)
      .where('p.deleted_at', 'is', null)
      .orderBy('p.updated_at', 'desc')
      .orderBy('p.id', 'desc')
      .limit(limit)
      .execute();
    return this.#withTags(rows);
  }

  /** The tags of the prompts that pass a filter, by name, with how many prompts have each. */
  async tagCounts(filter: PromptFilter): Promise<{ readonly tag: string; readonly prompts: number }[]> {
    const rows = await this.#filtered(filter)
      .innerJoin('prompt_tags as t', 't.prompt_id', 'p.id')
      .select(['t.tag', sql<number>`count(*)`.as('count')])
      .groupBy('t.tag')
      .orderBy('t.tag')
      .execute();
    return rows.map(({ tag, count }) => ({ tag, prompts: Number(count) }));
  }

  #whole() {
    return this.#database
      .selectFrom('prompts as p')
      .leftJoin('projects', 'projects.id', 'p.project_id')
      .selectAll('p')
      .select('projects.name as project_name');
  }

  #filtered(filter: PromptFilter) {
    return this.#database.selectFrom('prompts as p').where(passesFilter(filter));
  }

  async #withTags(rows: readonly PromptRow[]): Promise<Prompt[]> {
    const ids = rows.map(({ id }) => id);
    const tags = await inChunks(ids, (chunk) =>
      this.#database
        .selectFrom('prompt_tags')
        .selectAll()
        .where('prompt_id', 'in', chunk)
        .orderBy('prompt_id')
        .orderBy('tag')
        .execute(),
    );
    const byPrompt = grouped(
      tags,
      ({ prompt_id }) => prompt_id,
      ({ tag }) => tag,
    );
    return rows.map((row) => promptFromRow(row, byPrompt.get(row.id) ?? []));
  }
}
