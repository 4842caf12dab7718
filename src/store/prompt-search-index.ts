import { type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import type { PromptId } from '../base/ids.js';
import type { Prompt } from '../prompts/prompt.js';
import type { PromptContent } from '../prompts/prompt-content.js';
import { foldedText, MOST_SEARCHED, type SearchTexts, wordsOf } from '../prompts/search-text.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { Database } from './schema.js';
import { newestContents, searchTexts } from './searched-texts.js';

/**
 * Makes a prompt to be found as it is now. It belongs into the transaction that writes the prompt.
 *
 * @param content of its newest version; undefined for the one that the store has
 */
export async function indexPrompt(
  transaction: Transaction<Database>,
  prompt: Prompt,
  content: PromptContent | undefined,
): Promise<void> {
  const newest = content ?? (await newestContents(transaction, [prompt.id])).get(prompt.id);
  await writeSearchEntry(transaction, prompt.id, searchTexts(prompt, newest));
}

/** Makes a prompt not to be found any more. */
export async function unindexPrompt(transaction: Transaction<Database>, prompt: PromptId): Promise<void> {
  await transaction.deleteFrom('prompt_search_entries').where('prompt_id', '=', prompt).execute();
}

/**
 * Writes what the search indexes know of a prompt, in place of what they knew. The migration that makes the
 * indexes fills them by it, too: one that changes their tables has to leave it a copy.
 */
export async function writeSearchEntry(
  executor: QueryExecutorProvider,
  prompt: string,
  texts: SearchTexts,
): Promise<void> {
  const searched = (text: string) => foldedText(text.slice(0, MOST_SEARCHED));
  const name = searched(texts.name);
  const tags = searched(texts.tags);
  const description = searched(texts.description);
  const content = searched(texts.content);
  const { rows } = await sql<{ number: number }>`
    insert into prompt_search_entries (prompt_id, labels) values (${prompt}, ${`${name}\n${tags}`})
    on conflict (prompt_id) do update set labels = excluded.labels returning number
  `.execute(executor);
  for (const { number } of rows) {
    const { search } = capabilitiesOf(executor);
    const texts = [name, tags, description, content];
    await search.promptWords.write(executor, [{ number, texts: texts.map(words) }]);
    await search.promptParts.write(executor, [{ number, texts }]);
  }
}

function words(folded: string): string {
  return wordsOf(folded)
    .map(({ word }) => word)
    .join(' ');
}
