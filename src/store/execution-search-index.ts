import type { Kysely, Transaction } from 'kysely';
import { foldedText, wordsOf } from '../prompts/search-text.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { keptTexts } from './execution-messages.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

/** Of the messages, and of the answer, only so many UTF-16 units from the beginning are searched. */
export const MOST_SEARCHED_OF_EXECUTION = 20_000;

/** Others can write between two chunks. */
const CHUNK = 500;

/** Says that an execution is not in the search index as it is now. */
export async function indexLater(transaction: Transaction<Database>, number: number): Promise<void> {
  await transaction
    .insertInto('execution_words_due')
    .values({ number })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Brings the search index up to date. */
export async function indexDue(database: Kysely<Database>): Promise<void> {
  while (await isDue(database)) await inTransaction(database, [], indexChunk);
}

async function isDue(database: Kysely<Database>): Promise<boolean> {
  const due = database.selectFrom('execution_words_due').select('number').limit(1);
  return (await due.executeTakeFirst()) !== undefined;
}

/** Adds some of those that are due. It belongs into a transaction: an execution is in the index, or it is due. */
async function indexChunk(transaction: Transaction<Database>): Promise<void> {
  const due = await transaction
    .deleteFrom('execution_words_due')
    .where('number', 'in', (query) =>
      query.selectFrom('execution_words_due').select('number').orderBy('number').limit(CHUNK),
    )
    .returning('number')
    .execute();
  for (const { number } of due) await indexExecution(transaction, number);
}

/** Writes what the search index knows of an execution, in place of what it knew. */
export async function indexExecution(transaction: Transaction<Database>, number: number): Promise<void> {
  const row = await transaction
    .selectFrom('executions as e')
    .leftJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
    .leftJoin('orchestration_phases as p', (join) =>
      join.onRef('p.id', '=', 'l.attempt_id').on('e.response', 'is', null),
    )
    .select(['e.prompt_reference', 'e.model', 'e.messages', 'e.response', 'p.answer'])
    .where('e.number', '=', number)
    .executeTakeFirstOrThrow();
  const prompt = words(row.prompt_reference ?? '');
  const model = words(row.model ?? '');
  const messages = words(keptTexts(row.messages));
  const response = words(searchedResponse(row));
  const { search } = capabilitiesOf(transaction);
  await search.executionWords.write(transaction, number, [prompt, model, messages, response]);
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
