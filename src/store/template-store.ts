import { type Kysely, sql } from 'kysely';
import type { AttemptId, ProjectId, SessionId } from '../base/ids.js';
import type { PromptKind, TemplateLayer, TemplateSource } from '../engine/session/prompt-template.js';
import type { PromptStep } from '../engine/session/step.js';
import type { PromptVersion } from '../prompts/prompt.js';
import { ORCHESTRATION_CATEGORY } from '../prompts/prompt-kind.js';
import type { PromptReference, VersionChoice } from '../prompts/prompt-reference.js';
import { scopeKeys } from './prompt-filter.js';
import { versionColumns, versionFromRow } from './prompt-row.js';
import type { PromptScope } from './prompt-store.js';
import type { Database } from './schema.js';
import { linkPrompt } from './template-source-rows.js';
import { inTransaction } from './transaction.js';
import { contentsUnless, VersionMemory, versionOf } from './version-memory.js';

/** The label whose version of a template is in force; without it, the newest is. */
export const LABEL_IN_FORCE = 'production';

/** A template in one of the layers that a session looks through. */
export interface LayeredTemplate {
  readonly layer: TemplateLayer;
  readonly name: string;
  /** Whether the version is the one labelled as in force, rather than the newest. */
  readonly isLabelled: boolean;
  readonly version: PromptVersion;
}

/** A version that a reference means, with the prompt's name and project. */
export interface ReferredVersion {
  readonly name: string;
  readonly project: ProjectId | null;
  readonly kind: string | null;
  /** Null when the prompt has no such version or label. */
  readonly version: PromptVersion | null;
}

const summaryColumns = versionColumns.map((column) => `v.${column}` as const);

/** The layers of the library, the nearest first. */
const LAYERS = ['project-type', 'project', 'type', 'global'] as const satisfies readonly TemplateLayer[];

/** Finds the templates of sessions: one query each, however large the library is. */
export class TemplateStore {
  readonly #database: Kysely<Database>;
  readonly #memory: VersionMemory;

  constructor(database: Kysely<Database>, memory = new VersionMemory()) {
    this.#database = database;
    this.#memory = memory;
  }

  /** The templates in force for a kind, the nearest layer first; four at most. */
  async layers(kind: PromptKind, scope: PromptScope, featureType: string | null): Promise<LayeredTemplate[]> {
    const search = JSON.stringify(['layers', kind, scope, featureType]);
    const held = this.#memory.heldFor(search);
    const rows = await this.#database
      .selectFrom('prompts as p')
      .leftJoin('prompt_labels as l', (join) =>
        join.onRef('l.prompt_id', '=', 'p.id').on('l.label', '=', LABEL_IN_FORCE),
      )
      .innerJoin('prompt_versions as v', (join) =>
        join
          .onRef('v.prompt_id', '=', 'p.id')
          .on(({ eb, fn }) => eb('v.number', '=', fn.coalesce('l.version', 'p.latest'))),
      )
      .select(summaryColumns)
      .select(contentsUnless(held))
      .select(['p.name', 'p.project_id', 'p.feature_type', 'l.version as labelled'])
      .where('p.kind', '=', kind)
      .where(sql`coalesce(p.project_id, '')`, 'in', scopeKeys(scope))
      .where(sql`coalesce(p.feature_type, '')`, 'in', featureType === null ? [''] : [featureType, ''])
      .where('p.in_force', '=', 1)
      .where('p.deleted_at', 'is', null)
      .execute();
    const found = rows.map((row) => ({
      layer: layerOf(row),
      name: row.name,
      isLabelled: row.labelled !== null,
      version: versionOf(row, held),
    }));
    this.#memory.keep(
      search,
      found.map(({ version }) => version),
    );
    return LAYERS.flatMap((layer) => found.filter((template) => template.layer === layer));
  }

  /** The versions of every template of a kind that a project's sessions can have been made from. */
  async versionsOfKind(kind: PromptKind, scope: PromptScope): Promise<LayeredTemplate[]> {
    const rows = await this.#database
      .selectFrom('prompts as p')
      .innerJoin('prompt_versions as v', 'v.prompt_id', 'p.id')
      .selectAll('v')
      .select(['p.name', 'p.project_id', 'p.feature_type'])
      .where('p.kind', '=', kind)
      .where('p.category', '=', ORCHESTRATION_CATEGORY)
      .where(sql`coalesce(p.project_id, '')`, 'in', scopeKeys(scope))
      .where('p.deleted_at', 'is', null)
      .orderBy('v.created_at', 'desc')
      .execute();
    return rows.map((row) => ({
      layer: layerOf(row),
      name: row.name,
      isLabelled: false,
      version: versionFromRow(row),
    }));
  }

  /** The prompts of sessions of which it is not known where their template was found, oldest first. */
  async unlinked(
    session: SessionId | null,
    after: AttemptId | null,
    limit: number,
  ): Promise<UnlinkedPrompt[]> {
    let query = this.#database
      .selectFrom('orchestration_phases')
      .select(['id', 'session_id', 'step'])
      .where('template_layer', 'is', null)
      .where('outcome', '=', 'issued');
    if (session !== null) query = query.where('session_id', '=', session);
    if (after !== null) query = query.where('id', '>', after);
    const rows = await query.orderBy('id').limit(limit).execute();
    return rows.map(({ id, session_id, step }) => ({
      attempt: id as AttemptId,
      session: session_id as SessionId,
      step: step as PromptStep,
    }));
  }

  /** Writes where the template of such a prompt was found. */
  async link(attempt: AttemptId, template: string, source: TemplateSource): Promise<void> {
    await inTransaction(this.#database, [], (transaction) =>
      linkPrompt(transaction, attempt, template, source),
    );
  }

  /**
   * What a reference means in a scope; undefined when there is no prompt of that name. A project's prompt
   * hides a global one even where it lacks the version.
   *
   * @param asOf what it meant then, by the names of now; what came later counts only where there was nothing
   */
  async referred(
    { name, version }: PromptReference,
    scope: PromptScope,
    asOf: Date | null = null,
  ): Promise<ReferredVersion | undefined> {
    const then = asOf?.toISOString() ?? null;
    const search = JSON.stringify(['referred', name, version, scope, then]);
    const held = this.#memory.heldFor(search);
    const row = await this.#database
      .selectFrom('prompts as p')
      .leftJoin('prompt_versions as v', (join) =>
        join.onRef('v.prompt_id', '=', 'p.id').on('v.number', '=', numberIn(version, then)),
      )
      .select(['p.name as prompt_name', 'p.project_id as prompt_project', 'p.kind as prompt_kind'])
      .select(summaryColumns)
      .select(contentsUnless(held))
      .where('p.name', '=', name)
      .where(sql`coalesce(p.project_id, '')`, 'in', scopeKeys(scope))
      .where(isThere(then))
      .orderBy(then === null ? sql`p.project_id is null` : sql`p.created_at > ${then}, p.project_id is null`)
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { prompt_name, prompt_project, prompt_kind, ...found } = row;
    const meant = isWhole(found) ? versionOf(found, held) : null;
    this.#memory.keep(search, meant === null ? [] : [meant]);
    return {
      name: prompt_name,
      project: prompt_project as ProjectId | null,
      kind: prompt_kind,
      version: meant,
    };
  }
}

/** A prompt of a session of which it is not known where its template was found. */
export interface UnlinkedPrompt {
  readonly attempt: AttemptId;
  readonly session: SessionId;
  readonly step: PromptStep;
}

function layerOf(row: { project_id: string | null; feature_type: string | null }): TemplateLayer {
  if (row.project_id !== null) return row.feature_type === null ? 'project' : 'project-type';
  return row.feature_type === null ? 'global' : 'type';
}

/** Whether a prompt is there, or was at a time. */
function isThere(then: string | null) {
  return then === null
    ? sql<boolean>`p.deleted_at is null`
    : sql<boolean>`(p.deleted_at is null or p.deleted_at > ${then})`;
}

function numberIn(choice: VersionChoice, then: string | null) {
  const now = numberNow(choice);
  if (then === null || choice.by === 'number') return now;
  return sql<number>`coalesce(${numberAt(choice, then)}, ${now})`;
}

function numberNow(choice: VersionChoice) {
  switch (choice.by) {
    case 'latest':
      return sql<number>`p.latest`;
    case 'number':
      return sql<number>`${choice.number}`;
    case 'label':
      return sql<number>`(select version from prompt_labels where prompt_id = p.id and label = ${choice.label})`;
  }
}

/** Versions and moves of labels are only ever added. */
function numberAt(choice: Exclude<VersionChoice, { by: 'number' }>, then: string) {
  return choice.by === 'latest'
    ? sql<number>`(select max(number) from prompt_versions where prompt_id = p.id and created_at <= ${then})`
    : sql<number>`(
        select to_version from prompt_label_moves
        where prompt_id = p.id and label = ${choice.label} and at <= ${then} order by number desc limit 1
      )`;
}

/** The columns of a version that may be null: its note, and its content where that is held. */
type Nullable = 'note' | 'messages' | 'variables' | 'settings';

type Whole<Row> = {
  readonly [Column in keyof Row]: Column extends Nullable ? Row[Column] : Exclude<Row[Column], null>;
};

/** A join that found nothing leaves nulls. */
function isWhole<Row extends { id: string | null }>(row: Row): row is Row & Whole<Row> {
  return row.id !== null;
}
