import type { Kysely } from 'kysely';
import type { PromptId } from '../base/ids.js';
import type { Prompt } from '../prompts/prompt.js';
import { contentText, type PromptContent } from '../prompts/prompt-content.js';
import type { SearchTexts } from '../prompts/search-text.js';
import type { Database } from './schema.js';
import { storedMessages } from './stored-content.js';

type Messages = Pick<PromptContent, 'messages'>;

/** The texts of a prompt that are searched. */
export function searchTexts(prompt: Prompt, content: Messages | undefined): SearchTexts {
  return {
    name: prompt.name,
    tags: prompt.tags.join(', '),
    description: prompt.description ?? '',
    content: content === undefined ? '' : contentText(content),
  };
}

/** The messages of the newest versions of prompts. */
export async function newestContents(
  database: Kysely<Database>,
  prompts: readonly PromptId[],
): Promise<ReadonlyMap<PromptId, Messages>> {
  if (prompts.length === 0) return new Map();
  const rows = await database
    .selectFrom('prompts as p')
    .innerJoin('prompt_versions as v', (join) =>
      join.onRef('v.prompt_id', '=', 'p.id').onRef('v.number', '=', 'p.latest'),
    )
    .select(['p.id', 'v.messages'])
    .where('p.id', 'in', prompts)
    .execute();
  return new Map(
    rows.map(({ id, messages }) => [id as PromptId, { messages: storedMessages(id, messages) }]),
  );
}
