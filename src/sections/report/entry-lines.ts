import { type Entry, textsOf } from '../outline/entry.js';

/** The text of an entry without the code that stands below it. */
export function headOf({ text }: Entry): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

/** The code of an entry, line by line, and all that is nested below it. */
export function detailsOf({ text, children }: Entry): string[] {
  const [, ...code] = text.split('\n');
  return [...code, ...children.flatMap(textsOf)];
}
