import { type FetchTemplate, type VariableUse, variables, withFetched } from '../templates/index.js';
import { namedMessages } from './named-messages.js';
import type { PromptContent } from './prompt-content.js';

/** A variable that messages use. */
export interface UsedVariable {
  /** Whether every use does without a value. */
  readonly isOptional: boolean;
  /** In the order of the messages. */
  readonly uses: readonly VariableUse[];
}

/**
 * The variables that the messages of a prompt use, and the prompts that they bring in by literal names.
 *
 * @param name the prompt's name, as the places of uses show it
 */
export async function usedVariables(
  content: Pick<PromptContent, 'messages'>,
  fetch: FetchTemplate,
  name = 'prompt',
): Promise<ReadonlyMap<string, UsedVariable>> {
  const found = await withFetched(fetch, (loader) =>
    namedMessages(name, content).flatMap((message) =>
      variables(message.text, { name: message.name, loader }),
    ),
  );
  const used = new Map<string, UsedVariable>();
  for (const variable of found) {
    const before = used.get(variable.name) ?? { isOptional: true, uses: [] };
    used.set(variable.name, {
      isOptional: before.isOptional && variable.hasDefault,
      uses: [...before.uses, ...variable.uses],
    });
  }
  return used;
}
