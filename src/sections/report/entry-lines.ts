import type { Entry } from '../notes/entry.js';

/** The text of an entry without the code that stands below it. */
export function headOf({ text }: Entry): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

/** The code of an entry and all that is nested below it, line by line. */
export function detailsOf(entry: Entry): string[] {
  const [, ...code] = entry.text.split('\n');
  return [...code, ...entry.children.flatMap(linesOf)];
}

/** All lines of an entry. */
export function linesOf(entry: Entry): string[] {
  return [headOf(entry), ...detailsOf(entry)];
}
