import { delimiters } from './data-format.js';

/** Where a header has as many of one as of another, the first of them is taken. */
const candidates = Object.values(delimiters);
const LONGEST_HEAD = 65_536;

/**
 * The character between the fields of a table: the one that its header has most of, outside of quotation marks.
 *
 * @param head the beginning of the table, with its whole header
 * @example csvDelimiter('name;"age, today"\nAda;36\n') === ';'
 */
export function csvDelimiter(head: string): string {
  const [header = ''] = unquoted(head).split(/[\r\n]/, 1);
  const counts = candidates.map((candidate) => header.split(candidate).length);
  return candidates[counts.indexOf(Math.max(...counts))] ?? delimiters.comma;
}

/** Whether the beginning of a table has its whole header, or is so long that one should have come. */
export function hasHeader(head: string): boolean {
  return head.length >= LONGEST_HEAD || /[\r\n]/.test(unquoted(head));
}

/** Without what stands in quotation marks, and without blank lines before the header. */
function unquoted(head: string): string {
  return head.replace(/"[^"]*"/g, '').replace(/^[\r\n]+/, '');
}
