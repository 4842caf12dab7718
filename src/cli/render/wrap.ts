import { wrapAnsi } from 'fast-wrap-ansi';

/**
 * Prose broken into lines of at most `columns` cells; a longer word stands out. Line ends of the text
 * itself stay, white space around its lines goes, and `indent` is put before every line but the first.
 *
 * @example wrap('one two three', 8, '  ') === 'one two\n  three'
 */
export function wrap(text: string, columns: number, indent = ''): string {
  return wrapAnsi(text, Math.max(1, columns - indent.length), { hard: false })
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join('\n');
}

/** A text whose own layout matters, such as Markdown: the same, but white space around its lines stays. */
export function wrapText(text: string, columns: number): string {
  return wrapAnsi(text, Math.max(1, columns), { hard: false, trim: false });
}
