import { type CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import { foldedText, wordsOf } from '../prompts/search-text.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { DueAtEnd } from './due-at-end.js';
import { keptTexts } from './execution-messages.js';
import { inBatches } from './in-batches.js';
import { inChunks } from './in-chunks.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

/** Of the messages, and of the answer, only so many UTF-16 units from the beginning are searched. */
export const MOST_SEARCHED_OF_EXECUTION = 20_000;

/** Others can write between two chunks. */
const CHUNK = 500;

const toSay = new DueAtEnd<number>();

/**
 * Says that an execution is not in the search index as it is now, at the end of the transaction: of many with one
 * statement. Whoever calls it has to see to it that what {@link indexStatements} gives is said.
 */
export function indexLater(transaction: Transaction<Database>, number: number): void {
  toSay.add(transaction, number);
}

/** What says it; then it is not to be said any more. */
export function indexStatements(transaction: Transaction<Database>): CompiledQuery[] {
  const numbers = toSay.take(transaction);
  if (numbers.length === 0) return [];
  const statement = transaction
    .insertInto('execution_words_due')
    .values(numbers.map((number) => ({ number })))
    .onConflict((conflict) => conflict.doNothing());
  return [statement.compile()];
}

/** Brings the search index up to date, as far as who searches reads what it is about. */
export async function indexDue(database: Kysely<Database>): Promise<void> {
  let added = 0;
  while (await isDue(database)) {
    const some = await inTransaction(database, [], indexChunk);
    // Others took what was due, or it is not ours to take.
    if (some === 0) break;
    added += some;
  }
  if (added >= MANY && (await isLargePart(database, added))) await gatherIndex(database);
}

/** The least that is worth it to bring the index together. */
const MANY = 5000;

/** Whether the index was for the most part written just now: to bring it together is to write all of it once more. */
async function isLargePart(database: Kysely<Database>, added: number): Promise<boolean> {
  const { newest } = await database
    .selectFrom('executions')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  return added * 4 >= (newest ?? 0);
}

async function gatherIndex(database: Kysely<Database>): Promise<void> {
  const { executionWords } = capabilitiesOf(database).search;
  while (await inTransaction(database, [], (transaction) => executionWords.gather(transaction)));
}

async function isDue(database: Kysely<Database>): Promise<boolean> {
  const due = database.selectFrom('execution_words_due').select('number').limit(1);
  return (await due.executeTakeFirst()) !== undefined;
}

/** Adds some of those that are due, and tells how many. It belongs into a transaction: an execution is in the index, or it is due. */
async function indexChunk(transaction: Transaction<Database>): Promise<number> {
  const due = await transaction
    .deleteFrom('execution_words_due')
    .where('number', 'in', (query) =>
      query.selectFrom('execution_words_due').select('number').orderBy('number').limit(CHUNK),
    )
    .returning('number')
    .execute();
  await indexExecutions(
    transaction,
    due.map(({ number }) => number),
  );
  return due.length;
}

/** Writes what the search index knows of executions, in place of what it knew. */
export async function indexExecutions(
  transaction: Transaction<Database>,
  numbers: readonly number[],
): Promise<void> {
  const { search } = capabilitiesOf(transaction);
  for await (const batch of inBatches(await measured(transaction, numbers), ({ bytes }) => bytes)) {
    const rows = await textsOf(
      transaction,
      batch.map(({ number }) => number),
    )
      .select(['e.number', 'e.prompt_reference', 'e.model', 'e.messages', 'e.response', 'p.answer'])
      .execute();
    const entries = rows.map((row) => ({
      number: row.number,
      texts: [
        row.prompt_reference ?? '',
        row.model ?? '',
        keptTexts(row.messages),
        searchedResponse(row),
      ].map(words),
    }));
    await search.executionWords.write(transaction, entries);
  }
}

/** How large the texts of executions are. */
async function measured(transaction: Transaction<Database>, numbers: readonly number[]) {
  return inChunks(numbers, (chunk) =>
    textsOf(transaction, chunk)
      .select([
        'e.number',
        sql<number>`octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0)`.as(
          'bytes',
        ),
      ])
      .orderBy('e.number')
      .execute(),
  );
}

function textsOf(transaction: Transaction<Database>, numbers: readonly number[]) {
  return transaction
    .selectFrom('executions as e')
    .leftJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
    .leftJoin('orchestration_phases as p', (join) =>
      join.onRef('p.id', '=', 'l.attempt_id').on('e.response', 'is', null),
    )
    .where('e.number', 'in', numbers);
}

/** A character of 16 bits takes three bytes of UTF-8 at most. */
const MOST_BYTES = 3 * MOST_SEARCHED_OF_EXECUTION;

/** As much of an answer as is searched; a pasted one is what its attempt has. */
export function searchedResponse({
  response,
  answer,
}: {
  readonly response: string | null;
  readonly answer: Uint8Array | null;
}): string {
  if (response !== null) return response.slice(0, MOST_SEARCHED_OF_EXECUTION);
  return answer === null ? '' : new TextDecoder().decode(answer.subarray(0, MOST_BYTES));
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Where all is ASCII the index finds the words as `wordsOf` does, and quicker. */
function words(text: string): string {
  const folded = foldedText(text.slice(0, MOST_SEARCHED_OF_EXECUTION));
  if (!BEYOND_ASCII.test(folded)) return folded;
  return wordsOf(folded)
    .map(({ word }) => word)
    .join(' ');
}
