import { PromptRunnerError } from '../base/errors.js';

/** A text that cannot be the name of a prompt, or of one of its versions. */
export class PromptNameError extends PromptRunnerError {
  readonly code = 'PROMPT_NAME';
  readonly kind = 'usage';
}

/** Where the names of the templates that come with the package begin. */
export const BUILTIN_PREFIX = 'builtin/';

const LONGEST = 200;
const SEGMENT = /^[a-z0-9_][a-z0-9._-]*$/;

/**
 * Checks the name of a prompt: small letters, digits and `. _ -`, in parts divided by `/`. No part begins
 * with a point or a dash, so that a name is never a hidden file, a way out of a folder, or an option.
 *
 * @throws PromptNameError saying what is wrong with it, and with a name that would do
 * @example parsePromptName('review/security') === 'review/security'
 */
export function parsePromptName(text: string): string {
  const fault = faultIn(text);
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

/**
 * A name as near to a text as the rules allow; empty when nothing of it can stay.
 * @example suggestedName('My Review!.md') === 'my-review-.md'
 */
export function suggestedName(text: string): string {
  return text
    .slice(0, LONGEST)
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/[^a-z0-9._-]+/g, '-').replace(/^[.-]+/, ''))
    .filter((part) => part !== '')
    .join('/');
}

function faultIn(text: string): string | null {
  if (text === '') return 'it is empty';
  if (text.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  if (text.split('/').every((part) => SEGMENT.test(part))) return null;
  return 'it has small letters, digits and . _ - in parts divided by /, and no part begins with a point or dash';
}
