import { PromptRunnerError } from '../base/errors.js';
import { libraryNameFault, suggestedName } from './library-name.js';

/** A text that cannot be the name of a prompt, or of one of its versions. */
export class PromptNameError extends PromptRunnerError {
  readonly code = 'PROMPT_NAME';
  readonly kind = 'usage';
}

/** Where the names of the templates that come with the package begin. */
export const BUILTIN_PREFIX = 'builtin/';

/**
 * Checks the name of a prompt, which is one in the library.
 *
 * @throws PromptNameError saying what is wrong with it, and with a name that would do
 * @example parsePromptName('review/security') === 'review/security'
 */
export function parsePromptName(text: string): string {
  const fault = libraryNameFault(text);
  if (fault === null) return text;
  const better = suggestedName(text);
  throw new PromptNameError(`"${text}" cannot be the name of a prompt: ${fault}.`, {
    hint: better === '' ? 'Take small letters, digits and . _ - /' : `This would do: ${better}`,
  });
}

/** The same for a prompt that is to be written: the built-in names are taken. */
export function parseOwnPromptName(text: string): string {
  const name = parsePromptName(text);
  if (!isBuiltin(name)) return name;
  throw new PromptNameError(`"${name}" is reserved: names with ${BUILTIN_PREFIX} come with the program.`, {
    hint: 'Choose another name; a template of that kind takes its place (orchestrate template add).',
  });
}

export function isBuiltin(name: string): boolean {
  return name.startsWith(BUILTIN_PREFIX);
}
