const LONGEST = 200;
const SEGMENT = '[a-z0-9_][a-z0-9._-]*';

/** The pattern of a name in the library; its length is limited besides. */
export const LIBRARY_NAME = `${SEGMENT}(?:/${SEGMENT})*`;

const WHOLE = new RegExp(`^${LIBRARY_NAME}$`);

/**
 * What keeps a text from being a name in the library; null when nothing does. Names have small letters, digits and
 * `. _ -`, in parts divided by `/`. No part begins with a point or a dash, so that a name is never a hidden file, a
 * way out of a folder, or an option.
 *
 * @example libraryNameFault('review/security') === null
 */
export function libraryNameFault(text: string): string | null {
  if (text === '') return 'it is empty';
  if (text.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  if (WHOLE.test(text)) return null;
  return 'it has small letters, digits and . _ - in parts divided by /, and no part begins with a point or dash';
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
