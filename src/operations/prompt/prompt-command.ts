import { shellWord } from '../../base/text/shell-word.js';
import type { Prompt } from '../../prompts/prompt.js';
import { isBuiltin } from '../../prompts/prompt-name.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { scopeHere } from './prompt-scope.js';

/**
 * The command that does something with a prompt, ready to paste: by its name where that means this one in the
 * working folder, else with its project, else by its id.
 *
 * @example await promptCommand(deps, 'show', prompt) // prompt-runner prompt show review --project shop
 */
export async function promptCommand(
  deps: Deps,
  verb: string,
  { id, name, project }: Pick<Prompt, 'id' | 'name' | 'project'>,
): Promise<string> {
  if (isBuiltin(name)) return `prompt-runner prompt ${verb} ${name}`;
  const unnamed = { ...deps, surroundings: { ...deps.surroundings, project: undefined } };
  const [meant] = await libraryOf(deps).prompts.named(name, await scopeHere(unnamed));
  if (meant?.id === id) return `prompt-runner prompt ${verb} ${name}`;
  if (project === null) return `prompt-runner prompt ${verb} ${id}`;
  return `prompt-runner prompt ${verb} ${name} --project ${shellWord(project.name)}`;
}
