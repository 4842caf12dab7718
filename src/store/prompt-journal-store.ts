import { type Kysely, sql, type Transaction } from 'kysely';
import type { PromptId } from '../base/ids.js';
import { type LastChange, PromptChangedError, PromptTakenError } from '../prompts/errors.js';
import type { LabelMove, Prompt } from '../prompts/prompt.js';
import type { NewPromptVersion, PromptChange } from '../prompts/prompt-change.js';
import type { VersionChoice } from '../prompts/prompt-reference.js';
import { auditColumns, auditFromRow } from './audit-row.js';
import { appendAudit } from './audit-store.js';
import { inChunks } from './in-chunks.js';
import { promptToRow, versionToRow } from './prompt-row.js';
import { indexPrompt, unindexPrompt } from './prompt-search-index.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

/** Writes prompts: each change with its version, its moves of labels and its entry in the audit log, or nothing. */
export class PromptJournalStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** @throws PromptTakenError when the name, or the place in force, belongs to another prompt */
  async create(change: PromptChange): Promise<void> {
    await inTransaction(this.#database, ['library'], (transaction) => insertPrompt(transaction, change));
  }

  /** Several at once: all are written, or none. */
  async createAll(changes: readonly PromptChange[]): Promise<void> {
    await inTransaction(this.#database, ['library'], async (transaction) => {
      for (const change of changes) await insertPrompt(transaction, change);
    });
  }

  /**
   * Writes changes in one piece: of one prompt, or of several that change places.
   *
   * @throws PromptChangedError when one of them was changed since it was read
   * @throws PromptTakenError when the name, or the place in force, belongs to another prompt
   */
  commit(...changes: readonly PromptChange[]): Promise<Prompt[]> {
    return this.commitAll(changes);
  }

  /** The same for any number of changes. */
  async commitAll(changes: readonly PromptChange[]): Promise<Prompt[]> {
    const written = changes.map((change) => ({
      ...change,
      prompt: { ...change.prompt, changes: change.prompt.changes + 1 },
    }));
    await inTransaction(this.#database, ['library'], async (transaction) => {
      for (const [at, change] of written.entries()) {
        await updatePrompt(transaction, change, changes[at]?.prompt.changes ?? 0);
      }
    });
    return written.map(({ prompt }) => prompt);
  }
}

async function insertPrompt(transaction: Transaction<Database>, change: PromptChange): Promise<void> {
  await requireFree(transaction, change.prompt);
  await transaction.insertInto('prompts').values(promptToRow(change.prompt)).execute();
  await writeTags(transaction, change.prompt);
  await writeRest(transaction, change);
}

async function updatePrompt(
  transaction: Transaction<Database>,
  change: PromptChange,
  readAt: number,
): Promise<void> {
  const { prompt } = change;
  const found = await transaction
    .selectFrom('prompts')
    .select(['changes', 'latest'])
    .where('id', '=', prompt.id)
    .executeTakeFirst();
  if (found?.changes !== readAt) {
    const read = change.added === undefined ? prompt.latest : prompt.latest - 1;
    const by = await lastChange(transaction, prompt.id);
    throw new PromptChangedError(prompt.name, { read, found: found?.latest ?? read, by });
  }
  if (prompt.deletedAt === null) await requireFree(transaction, prompt);
  await transaction.updateTable('prompts').set(promptToRow(prompt)).where('id', '=', prompt.id).execute();
  await transaction.deleteFrom('prompt_tags').where('prompt_id', '=', prompt.id).execute();
  await writeTags(transaction, prompt);
  await writeRest(transaction, change);
}

async function lastChange(transaction: Transaction<Database>, id: PromptId): Promise<LastChange | null> {
  const row = await transaction
    .selectFrom('audit_log')
    .select(auditColumns)
    .where('subject_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : auditFromRow(row).entry;
}

async function writeTags(transaction: Transaction<Database>, { id, tags }: Prompt): Promise<void> {
  const rows = tags.map((tag) => ({ prompt_id: id, tag }));
  await inChunks(rows, (chunk) => transaction.insertInto('prompt_tags').values(chunk).execute(), 2);
}

async function writeRest(
  transaction: Transaction<Database>,
  { prompt, added, labels = [], audit }: PromptChange,
): Promise<void> {
  if (added !== undefined) await insertVersion(transaction, added);
  for (const move of labels) await moveLabel(transaction, prompt, move);
  for (const entry of audit) await appendAudit(transaction, entry);
  if (prompt.deletedAt !== null) await unindexPrompt(transaction, prompt.id);
  else await indexPrompt(transaction, prompt, added?.version.content);
}

async function insertVersion(
  transaction: Transaction<Database>,
  { version, references }: NewPromptVersion,
): Promise<void> {
  await transaction.insertInto('prompt_versions').values(versionToRow(version)).execute();
  const rows = references.map((reference) => ({
    version_id: version.id,
    name: reference.name,
    version: askedFor(reference.version),
  }));
  await inChunks(
    rows,
    (chunk) =>
      transaction
        .insertInto('prompt_references')
        .values(chunk)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    3,
  );
}

/** A choice of a version as a column keeps it. */
function askedFor(choice: VersionChoice): string {
  switch (choice.by) {
    case 'latest':
      return '';
    case 'number':
      return String(choice.number);
    case 'label':
      return choice.label;
  }
}

async function moveLabel(transaction: Transaction<Database>, { id }: Prompt, move: LabelMove): Promise<void> {
  const at = move.at.toISOString();
  const { number } = await transaction
    .selectFrom('prompt_label_moves')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('prompt_id', '=', id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('prompt_label_moves')
    .values({
      prompt_id: id,
      number: Number(number ?? 0) + 1,
      label: move.label,
      from_version: move.from,
      to_version: move.to,
      at,
      actor: move.actor,
      note: move.note,
      forced: move.forced ? 1 : 0,
    })
    .execute();
  if (move.to === null) {
    await transaction
      .deleteFrom('prompt_labels')
      .where('prompt_id', '=', id)
      .where('label', '=', move.label)
      .execute();
    return;
  }
  const pointer = { version: move.to, at, actor: move.actor };
  await transaction
    .insertInto('prompt_labels')
    .values({ prompt_id: id, label: move.label, ...pointer })
    .onConflict((conflict) => conflict.columns(['prompt_id', 'label']).doUpdateSet(pointer))
    .execute();
}

/** Asked inside the transaction, which holds the write lock: nobody takes the place meanwhile. */
async function requireFree(transaction: Transaction<Database>, prompt: Prompt): Promise<void> {
  const others = () =>
    transaction
      .selectFrom('prompts')
      .select(['id', 'name'])
      .where('id', '<>', prompt.id)
      .where('deleted_at', 'is', null)
      .where(sql`coalesce(project_id, '')`, '=', prompt.project?.id ?? '');
  const whose = prompt.project === null ? 'among the global ones' : `in project ${prompt.project.name}`;
  const sameName = await others().where('name', '=', prompt.name).executeTakeFirst();
  if (sameName !== undefined) {
    throw new PromptTakenError('PROMPT_NAME_TAKEN', `There is a prompt "${prompt.name}" ${whose} already.`, {
      hint: 'Choose another name, or add a version to that one.',
      next: `prompt-runner prompt show ${prompt.name}`,
    });
  }
  if (!prompt.isInForce) return;
  const samePlace = await others()
    .where('in_force', '=', 1)
    .where('kind', '=', prompt.kind)
    .where(sql`coalesce(feature_type, '')`, '=', prompt.featureType ?? '')
    .executeTakeFirst();
  if (samePlace === undefined) return;
  const type = prompt.featureType === null ? '' : ` for the feature type ${prompt.featureType}`;
  throw new PromptTakenError(
    'LAYER_TAKEN',
    `The ${prompt.kind} template ${whose}${type} is "${samePlace.name}" already.`,
    {
      hint: 'Change that one, or let this one take its place with --replace, or keep it beside with --alternative.',
      next: `prompt-runner orchestrate template show ${samePlace.name}`,
    },
  );
}
