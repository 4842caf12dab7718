/** A text of the form `Label: rest`. */
export interface Labelled {
  readonly label: string;
  readonly rest: string;
}

/** Labels are short; a colon later in a sentence introduces something else. */
const longestLabel = 80;

/**
 * Splits `Label: rest`, `**Label:** rest` and `**Label**: rest`; null when the text has no label. A colon
 * inside parentheses, code, a time or an address makes none, nor does a key of JSON.
 *
 * @example splitLabel('**Complexity:** Medium') // { label: 'Complexity', rest: 'Medium' }
 */
export function splitLabel(text: string): Labelled | null {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > longestLabel) return null;
  const next = text.charAt(colon + 1);
  if (next !== '' && !' \t*_\u00a0'.includes(next)) return null;
  const before = text.slice(0, colon);
  if (!isBalanced(before)) return null;
  const label = withoutEmphasis(before);
  if (label === '' || label.includes('. ') || /["{[]/.test(label.charAt(0))) return null;
  const after = text.slice(colon + 1);
  const closesEmphasis = /^[*_]{1,3}/.exec(after)?.[0] ?? '';
  return { label, rest: after.slice(closesEmphasis.length).trim() };
}

function isBalanced(text: string): boolean {
  if (!/[()`]/.test(text)) return true;
  const occurrences = (mark: string) => text.split(mark).length - 1;
  return occurrences('(') === occurrences(')') && occurrences('`') % 2 === 0;
}

/** The text without the asterisks or underscores around it. */
export function withoutEmphasis(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEmphasisOrSpace(text.charAt(start))) start++;
  while (end > start && isEmphasisOrSpace(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isEmphasisOrSpace(character: string): boolean {
  return character === '*' || character === '_' || character.trim() === '';
}

/**
 * The title of a line that is nothing but bold text, with or without a colon; else null.
 *
 * @example boldTitle('**Key Risks:**') // 'Key Risks'
 */
export function boldTitle(text: string): string | null {
  const bare = text.endsWith(':') ? text.slice(0, -1) : text;
  const mark = bare.slice(0, 2);
  if ((mark !== '**' && mark !== '__') || bare.length < 5 || !bare.endsWith(mark)) return null;
  const inner = bare.slice(2, -2).trim();
  if (inner.includes(mark)) return null;
  return inner.endsWith(':') ? inner.slice(0, -1) : inner;
}

/** The letters of a title in lower case: what is left of it when spelling and decoration do not matter. */
export function lettersOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]/gu, '');
}
