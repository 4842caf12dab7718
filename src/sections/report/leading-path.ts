/** A file's path at the beginning of a text, and what follows it. */
export interface LeadingPath {
  readonly path: string;
  readonly rest: string;
}

/**
 * The path that a text begins with: in backticks, bold, as a link, or bare. Bare ones must look like a file
 * beyond doubt: with an extension, and with a folder or nothing but punctuation behind. So "and/or …" and
 * "Node.js support" are none.
 *
 * @example leadingPath('**`src/a.ts`** (new)') // { path: 'src/a.ts', rest: ' (new)' }
 */
export function leadingPath(text: string): LeadingPath | null {
  const unmarked = withoutStars(text.trimStart());
  const first = unmarked.charAt(0);
  if (first === '[') return linkedPath(unmarked);
  const found = first === '`' || first === '"' ? quoted(unmarked, first) : bare(unmarked);
  return found === null ? null : { path: found.path, rest: withoutStars(found.rest) };
}

/** The first word or quoted text, whatever it looks like, for places that can only hold a path. */
export function firstWord(text: string): LeadingPath | null {
  const unmarked = withoutStars(text.trimStart());
  const first = unmarked.charAt(0);
  const end = first === '`' || first === '"' ? unmarked.indexOf(first, 1) : -1;
  if (end > 1) return { path: unmarked.slice(1, end), rest: withoutStars(unmarked.slice(end + 1)) };
  const { word, rest } = splitWord(unmarked);
  return word === '' ? null : { path: word, rest };
}

function linkedPath(text: string): LeadingPath | null {
  const close = text.indexOf('](');
  const end = close === -1 ? -1 : text.indexOf(')', close);
  if (end === -1) return null;
  const label = text.slice(1, close).replaceAll('`', '').trim();
  return looksLikePath(label) ? { path: label, rest: withoutStars(text.slice(end + 1)) } : null;
}

function quoted(text: string, quote: string): LeadingPath | null {
  const end = text.indexOf(quote, 1);
  const path = text.slice(1, end).trim();
  return end > 1 && looksLikePath(path) ? { path, rest: text.slice(end + 1) } : null;
}

function bare(text: string): LeadingPath | null {
  const { word, rest } = splitWord(text);
  if (!hasExtension(word) || word.includes('://')) return null;
  const standsAlone = rest.trim() === '' || !/^\s*[\p{L}\p{N}]/u.test(rest);
  return hasFolder(word) || standsAlone ? { path: word, rest } : null;
}

function splitWord(text: string): { word: string; rest: string } {
  // A position, as in "src/a.ts:27-39", is no part of the path.
  const stop = text.search(/\s|:\d/);
  let end = stop === -1 ? text.length : stop;
  while (end > 0 && ':,;*'.includes(text.charAt(end - 1))) end--;
  return { word: text.slice(0, end), rest: text.slice(end) };
}

const LONGEST_PATH = 1024;
const plainNames: ReadonlySet<string> = new Set([
  'Makefile',
  'Dockerfile',
  'LICENSE',
  'Procfile',
  'CODEOWNERS',
]);

function looksLikePath(text: string): boolean {
  // With a space it may as well be a command: `sh scripts/run.sh`.
  if (text.length > LONGEST_PATH || text.includes('://') || /[\s(){}<>|=;]/.test(text)) return false;
  return hasFolder(text) || plainNames.has(text) || hasExtension(text);
}

function hasFolder(text: string): boolean {
  return text.includes('/') || text.includes('\\');
}

function hasExtension(path: string): boolean {
  if (path.length > LONGEST_PATH) return false;
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return (
    dot !== -1 && /^[A-Za-z][A-Za-z0-9_-]{0,15}$/.test(name.slice(dot + 1)) && !/^[ei]\.[eg]/i.test(name)
  );
}

function withoutStars(text: string): string {
  let start = 0;
  while (text.charAt(start) === '*') start++;
  return text.slice(start);
}
