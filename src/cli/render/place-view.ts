import type { TextPlace } from '../../base/errors.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { styleFor } from './style.js';

/** A place in a text: its name, line and column, and the line itself with a caret under the column. */
export function placeView(place: TextPlace, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return `${dim(placeName(place))}\n${forTerminal(redactSecrets(place.excerpt))}`;
}

/** @example placeName({ name: 'letter.md', line: 3, column: 16 }) === 'letter.md:3:16' */
export function placeName({ name, line, column }: Omit<TextPlace, 'excerpt'>): string {
  return `${forTerminal(name)}:${line}:${column}`;
}
