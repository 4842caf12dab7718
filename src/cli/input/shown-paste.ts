import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { Style } from '../render/style.js';

const WHOLE_LINES = 12;
const FIRST_LINES = 5;
const FIRST_CHARACTERS = 1500;

/**
 * A paste as it is echoed on the screen: whole when it is short, else its beginning and how much more there
 * is. It ends with a line feed exactly when the paste does, or when it was cut.
 */
export function shownPaste(pasted: string, style: Style): string {
  const lines = countLines(pasted);
  if (lines <= WHOLE_LINES && pasted.length <= FIRST_CHARACTERS) return forTerminal(pasted);
  const beginning = pasted.slice(0, FIRST_CHARACTERS).split('\n').slice(0, FIRST_LINES).join('\n');
  const count = lines === 1 ? '' : `${groupThousands(lines)} lines, `;
  const note = `… ${count}${groupThousands(pasted.length)} characters pasted`;
  return `${forTerminal(beginning)}\n${style.dim(note)}${pasted.endsWith('\n') ? '\n' : ''}`;
}

function countLines(text: string): number {
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
