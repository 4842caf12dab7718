/** One request of a file of many, and the line that it begins on, from 1. */
export interface RequestEntry {
  readonly line: number;
  readonly text: string;
}

/**
 * The requests of a file: separated by lines of `---`, or, when there is no such line, one a line. Blank
 * entries are left out.
 *
 * @example splitRequests('Add login\nAdd logout\n') // [{ line: 1, … }, { line: 2, … }]
 */
export function splitRequests(file: string): RequestEntry[] {
  const lines = file.replace(/^\ufeff/, '').split(/\r\n|\n/);
  const separated = lines.some(isSeparator);
  return entries(lines, separated).filter(({ text }) => text.trim() !== '');
}

function isSeparator(line: string): boolean {
  return /^-{3,}\s*$/.test(line);
}

function entries(lines: readonly string[], separated: boolean): RequestEntry[] {
  if (!separated) return lines.map((text, at) => ({ line: at + 1, text }));
  const found: RequestEntry[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && !isSeparator(lines[at] ?? '')) continue;
    const first = lines.slice(from, at).findIndex((line) => line.trim() !== '');
    found.push({ line: from + Math.max(first, 0) + 1, text: lines.slice(from, at).join('\n').trim() });
    from = at + 1;
  }
  return found;
}
