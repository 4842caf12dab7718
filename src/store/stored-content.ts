import type { PromptContent } from '../prompts/prompt-content.js';
import { areDeclarations, areMessages, areSettings } from '../prompts/sound-content.js';
import { StoreUnavailableError } from './errors.js';
import type { PromptVersionsTable } from './schema.js';

type ContentColumns = Pick<PromptVersionsTable, 'prompt_id' | 'messages' | 'variables' | 'settings'>;

/**
 * The content of a version, as its columns hold it.
 *
 * @throws StoreUnavailableError when they hold anything else
 */
export function storedContent({
  prompt_id: prompt,
  messages,
  variables,
  settings,
}: ContentColumns): PromptContent {
  return {
    messages: storedMessages(prompt, messages),
    variables: parsed(prompt, variables, areDeclarations),
    settings: parsed(prompt, settings, areSettings),
  };
}

/** The messages alone. */
export function storedMessages(prompt: string, column: string): PromptContent['messages'] {
  return parsed(prompt, column, areMessages);
}

function parsed<Value>(prompt: string, column: string, isWanted: (value: unknown) => value is Value): Value {
  const value = jsonIn(column);
  if (isWanted(value)) return value;
  throw new StoreUnavailableError('STORE_DAMAGED', `The store is damaged: prompt ${prompt} cannot be read.`, {
    hint: `Put a backup in the place of the store (prompt-runner db restore FILE; .bak beside a file), or delete that prompt: prompt-runner prompt delete ${prompt}.`,
  });
}

/** Undefined for what is no JSON. */
function jsonIn(column: string): unknown {
  try {
    return JSON.parse(column);
  } catch {
    return undefined;
  }
}
