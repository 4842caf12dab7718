import type { Prompt, PromptVersion } from '../../../prompts/prompt.js';
import type { Deps } from '../../deps.js';
import { libraryOf } from '../../library.js';

/** The prompt of the library that a file holds, too. */
export interface Counterpart {
  readonly prompt: Prompt;
  readonly newest: PromptVersion;
}

/** What the library says of a name. */
export type Known = Counterpart | 'deleted' | null;

/**
 * What the very place that is imported into has of each name: another place's prompt is hidden, not changed.
 *
 * @param home the project; null for the global ones
 */
export async function counterpartsOf(
  deps: Deps,
  home: Prompt['project'],
  names: readonly string[],
): Promise<(name: string) => Known> {
  const { prompts, promptVersions } = libraryOf(deps);
  const scope = home?.id ?? null;
  const own = await prompts.ownNamed(names, scope);
  const newest = await promptVersions.newestVersions(own);
  const byName = new Map(own.map((prompt) => [prompt.name, prompt]));
  const deleted = await prompts.deletedAmong(
    names.filter((name) => !byName.has(name)),
    scope,
  );
  return (name) => {
    const prompt = byName.get(name);
    const version = prompt && newest.get(prompt.id);
    if (prompt === undefined || version === undefined) return deleted.has(name) ? 'deleted' : null;
    return { prompt, newest: version };
  };
}
