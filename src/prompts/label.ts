import { PromptNameError } from './prompt-name.js';

/**
 * Checks the name of a label: a pointer such as `production` that moves from version to version. It is never
 * all digits, which would be a version's number.
 *
 * @throws PromptNameError
 * @example parseLabel('production') === 'production'
 */
export function parseLabel(text: string): string {
  const fault = faultIn(text);
  if (fault === null) return text;
  throw new PromptNameError(`"${text}" cannot be a label: ${fault}.`, {
    hint: 'Labels are words such as production, staging or v2-beta.',
  });
}

function faultIn(text: string): string | null {
  if (text === 'latest') return 'it always means the newest version';
  if (/^\d+$/.test(text)) return 'a number means a version';
  if (/^[a-z0-9][a-z0-9._-]{0,49}$/.test(text)) return null;
  return 'it has at most 50 small letters, digits and . _ -, and begins with a letter or digit';
}
