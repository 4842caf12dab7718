import { sql } from 'kysely';
import type { BatchId } from '../base/ids.js';
import { isJsonObject } from '../models/spec/json-kind.js';
import type { Json } from '../models/spec/model-request.js';
import { inBatches } from './in-batches.js';
import { inChunks } from './in-chunks.js';
import type { RowRedaction } from './row-redaction.js';
import type { SecretRemoval } from './secret-removal.js';

/** Some rows of a batch, by the positions of their items. */
export interface BatchRows {
  readonly batch: BatchId;
  readonly positions: readonly number[];
}

/**
 * Takes secrets out of batches: out of what they are called, what they ask, and why they were paused; out of the data of
 * some of their rows, and why these failed. What was not asked yet is asked without the secret.
 *
 * @returns how many items were changed
 */
export async function redactBatches(redaction: RowRedaction, batches: readonly BatchRows[]): Promise<number> {
  await redactQuestions(
    redaction,
    batches.map(({ batch }) => batch),
  );
  let changed = 0;
  for (const rows of batches) changed += await redactItems(redaction, rows);
  return changed;
}

async function redactQuestions(redaction: RowRedaction, batches: readonly BatchId[]): Promise<void> {
  const { transaction, removal } = redaction;
  const rows = await inChunks(batches, (chunk) =>
    transaction
      .selectFrom('batches')
      .select(['id', 'name', 'problem_message', 'settings'])
      .where('id', 'in', chunk)
      .execute(),
  );
  await redaction.redact('batches', ['id'], rows, ({ id, name, problem_message, settings }) => ({
    id,
    name: removal.textOrNull(name),
    problem_message: removal.textOrNull(problem_message),
    settings: removal.unlessClean(settings, () =>
      JSON.stringify(redactSettings(JSON.parse(settings), removal)),
    ),
  }));
}

/** The system message and the values are data; the rest are words of the program: otherwise it could not go on. */
function redactSettings(settings: Json, removal: SecretRemoval): Json {
  if (!isJsonObject(settings) || !isJsonObject(settings.question)) return settings;
  return { ...settings, question: redactQuestion(settings.question, removal) };
}

/** The same of a question alone. */
export function redactQuestion(
  question: { readonly [name: string]: Json },
  removal: SecretRemoval,
): { readonly [name: string]: Json } {
  const { system = null, values = null } = question;
  return {
    ...question,
    system: removal.value(system),
    values: isJsonObject(values)
      ? Object.fromEntries(Object.entries(values).map(([name, given]) => [name, redactGiven(given, removal)]))
      : values,
  };
}

/** A value says where it comes from, besides what it is. */
function redactGiven(given: Json, removal: SecretRemoval): Json {
  if (!isJsonObject(given)) return given;
  const { from = null, ...said } = given;
  return {
    from,
    ...Object.fromEntries(Object.entries(said).map(([key, part]) => [key, removal.value(part)])),
  };
}

async function redactItems(redaction: RowRedaction, { batch, positions }: BatchRows): Promise<number> {
  const { transaction, removal } = redaction;
  const items = transaction.selectFrom('batch_items').where('batch_id', '=', batch);
  const measured = await inChunks(positions, (chunk) =>
    items
      .select(['position', sql<number>`octet_length(input)`.as('bytes')])
      .where('position', 'in', chunk)
      .execute(),
  );
  let changed = 0;
  for await (const few of inBatches(measured, ({ bytes }) => Number(bytes))) {
    const rows = await items
      .select(['batch_id', 'position', 'problem_message', 'input'])
      .where(
        'position',
        'in',
        few.map(({ position }) => position),
      )
      .execute();
    const found = await redaction.redact('batch_items', ['batch_id', 'position'], rows, (row) => ({
      ...row,
      problem_message: removal.textOrNull(row.problem_message),
      input: removal.json(row.input),
    }));
    changed += found.length;
  }
  return changed;
}
