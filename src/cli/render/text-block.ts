import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { highlightMarkdown } from './highlight-markdown.js';
import { ruler } from './ruler.js';
import { styleFor } from './style.js';

/** Of a long text, as many lines as tell what it is. */
export const FIRST_LINES = 12;

/**
 * A text under a ruler with its title, by its first lines; what is left out is counted, with the option that
 * shows it.
 *
 * @param lines how many are shown at most; Infinity for all
 */
export function textBlock(title: string, content: string, lines: number, stream: OutputStream): string {
  const style = styleFor(stream);
  const all = forTerminal(content).trimEnd().split('\n');
  const shown = all.slice(0, lines);
  const rest = all.length - shown.length;
  const more = rest > 0 ? `${style.dim(`… ${groupThousands(rest)} more lines (--full)`)}\n` : '';
  const body = stream.isTerminal ? highlightMarkdown(shown.join('\n'), style) : shown.join('\n');
  return `${style.dim(ruler(stream.columns, title))}\n${body}\n${more}`;
}
