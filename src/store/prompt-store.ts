import { type Kysely, sql } from 'kysely';
import type { ProjectId, PromptId } from '../base/ids.js';
import type {
  LabelMove,
  Prompt,
  PromptLabel,
  PromptVersion,
  PromptVersionSummary,
} from '../prompts/prompt.js';
import type { VersionChoice } from '../prompts/prompt-reference.js';
import { type BoundedCount, boundedCount, countOf, ONE_MORE } from './bounded-count.js';
import { idRange } from './id-prefix.js';
import { inChunks } from './in-chunks.js';
import { isBehind, type NumberedPage, type Page } from './page.js';
import { passesFilter, scopeKeys } from './prompt-filter.js';
import {
  labelFromRow,
  labelMoveFromRow,
  type PromptRow,
  promptFromRow,
  versionColumns,
  versionFromRow,
  versionSummaryFromRow,
} from './prompt-row.js';
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

/** A place where a prompt is brought in by another. */
export interface PromptUse {
  readonly prompt: Pick<Prompt, 'id' | 'name' | 'project'>;
  /** The version that brings it in. */
  readonly version: number;
  /** What it asks for: a version, a label, or nothing for the newest. */
  readonly asked: string;
}

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
    const { from, to } = idRange(prefix);
    const rows = await this.#whole().where('p.id', '>=', from).where('p.id', '<', to).limit(2).execute();
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

  async count(filter: PromptFilter): Promise<BoundedCount> {
    const counted = countOf(this.#filtered(filter).select('p.id').limit(ONE_MORE));
    const { rows } = await sql<{ count: number }>`select ${counted} as count`.execute(this.#database);
    return boundedCount(rows[0]?.count ?? 0);
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

  /** The versions of a prompt, the newest first: all of them, or a page. */
  async versions(prompt: PromptId, page?: NumberedPage): Promise<PromptVersionSummary[]> {
    let query = this.#database
      .selectFrom('prompt_versions')
      .select([...versionColumns])
      .where('prompt_id', '=', prompt)
      .orderBy('number', 'desc');
    if (page !== undefined) query = query.limit(page.limit);
    if (page?.after !== undefined) query = query.where('number', '<', page.after[0]);
    return (await query.execute()).map(versionSummaryFromRow);
  }

  /** A version of a prompt; undefined when it has none of that number or label. */
  async version(
    prompt: Pick<Prompt, 'id' | 'latest'>,
    choice: VersionChoice,
  ): Promise<PromptVersion | undefined> {
    const row = await this.#database
      .selectFrom('prompt_versions')
      .selectAll()
      .where('prompt_id', '=', prompt.id)
      .where('number', '=', numberOf(prompt, choice))
      .executeTakeFirst();
    return row && versionFromRow(row);
  }

  /** The newest version of each prompt. */
  async newestVersions(prompts: readonly Prompt[]): Promise<ReadonlyMap<PromptId, PromptVersion>> {
    const ids = prompts.map(({ id }) => id);
    const rows = await inChunks(ids, (chunk) =>
      this.#database
        .selectFrom('prompts as p')
        .innerJoin('prompt_versions as v', (join) =>
          join.onRef('v.prompt_id', '=', 'p.id').onRef('v.number', '=', 'p.latest'),
        )
        .selectAll('v')
        .where('p.id', 'in', chunk)
        .execute(),
    );
    return new Map(rows.map((row) => [row.prompt_id as PromptId, versionFromRow(row)]));
  }

  /** The version with a content, the newest of several. */
  async versionWithChecksum(prompt: PromptId, checksum: string): Promise<PromptVersionSummary | undefined> {
    const row = await this.#database
      .selectFrom('prompt_versions')
      .select([...versionColumns])
      .where('checksum', '=', checksum)
      .where('prompt_id', '=', prompt)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && versionSummaryFromRow(row);
  }

  /** Where the labels of a prompt point, in the order of the alphabet. */
  async labels(prompt: PromptId): Promise<PromptLabel[]> {
    return (await this.labelsOf([prompt])).get(prompt) ?? [];
  }

  /** The same for several prompts. */
  async labelsOf(prompts: readonly PromptId[]): Promise<ReadonlyMap<PromptId, PromptLabel[]>> {
    const rows = await inChunks(prompts, (chunk) =>
      this.#database
        .selectFrom('prompt_labels')
        .selectAll()
        .where('prompt_id', 'in', chunk)
        .orderBy('prompt_id')
        .orderBy('label')
        .execute(),
    );
    return grouped(rows, ({ prompt_id }) => prompt_id as PromptId, labelFromRow);
  }

  /** Every move of the labels of a prompt, the newest first. */
  async labelMoves(prompt: PromptId): Promise<LabelMove[]> {
    const rows = await this.#database
      .selectFrom('prompt_label_moves')
      .selectAll()
      .where('prompt_id', '=', prompt)
      .orderBy('number', 'desc')
      .execute();
    return rows.map(labelMoveFromRow);
  }

  /** The prompts whose newest or labelled versions bring a name in, by name. */
  async usesOf(name: string, limit: number): Promise<PromptUse[]> {
    const rows = await this.#database
      .selectFrom('prompt_references as r')
      .innerJoin('prompt_versions as v', 'v.id', 'r.version_id')
      .innerJoin('prompts as p', 'p.id', 'v.prompt_id')
      .leftJoin('projects', 'projects.id', 'p.project_id')
      .select([
        'p.id',
        'p.name',
        'p.project_id',
        'projects.name as project_name',
        'v.number',
        'r.version as asked',
      ])
      .where('r.name', '=', name)
      .where('p.deleted_at', 'is', null)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('v.number', '=', eb.ref('p.latest')),
          exists(
            selectFrom('prompt_labels as l')
              .select('l.label')
              .whereRef('l.prompt_id', '=', 'p.id')
              .whereRef('l.version', '=', 'v.number'),
          ),
        ]),
      )
      .orderBy('p.name')
      .orderBy('v.number', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      prompt: {
        id: row.id as PromptId,
        name: row.name,
        project:
          row.project_id === null
            ? null
            : { id: row.project_id as ProjectId, name: row.project_name ?? row.project_id },
      },
      version: row.number,
      asked: row.asked,
    }));
  }

  /** How many prompts a project has of its own, all of them counted. */
  async countOfProject(project: ProjectId): Promise<number> {
    const { count } = await this.#filtered({})
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('p.project_id', '=', project)
      .executeTakeFirstOrThrow();
    return count;
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

  /** How many sessions have a prompt that was made from one of its versions. */
  async sessionsThatUsed(prompt: PromptId): Promise<number> {
    const row = await this.#database
      .selectFrom('prompt_versions as v')
      .innerJoin('phase_prompt_versions as u', 'u.version_id', 'v.id')
      .innerJoin('orchestration_phases as a', 'a.id', 'u.attempt_id')
      .select(sql<number>`count(distinct a.session_id)`.as('count'))
      .where('v.prompt_id', '=', prompt)
      .executeTakeFirstOrThrow();
    return Number(row.count);
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

function numberOf(prompt: Pick<Prompt, 'id' | 'latest'>, choice: VersionChoice) {
  switch (choice.by) {
    case 'latest':
      return sql<number>`${prompt.latest}`;
    case 'number':
      return sql<number>`${choice.number}`;
    case 'label':
      return sql<number>`(select version from prompt_labels where prompt_id = ${prompt.id} and label = ${choice.label})`;
  }
}

function grouped<Row, Key, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  valueIn: (row: Row) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [valueIn(row)]);
    else group.push(valueIn(row));
  }
  return groups;
}
