import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { styleFor } from './style.js';
import { wrap } from './wrap.js';

/** What deserves attention, in a paragraph that ends with a line end. */
export function renderWarning(warning: string, stream: OutputStream): string {
  const text = forTerminal(`Warning: ${warning}`);
  const fitted = stream.isTerminal ? wrap(text, stream.columns) : text;
  return `${fitted.replace(/^Warning:/, styleFor(stream).yellow('Warning:'))}\n`;
}
