import stringWidth from 'fast-string-width';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { type Paint, styleFor } from './style.js';
import { wrap } from './wrap.js';

export interface KeyValue {
  readonly label: string;
  /** May have several lines. */
  readonly value: string;
  readonly paint?: Paint;
}

const GAP = '  ';

/**
 * Labels and values, the values below each other. On a terminal long values are wrapped. Each line ends
 * with a line feed; without entries there is nothing.
 *
 * @example
 * stdout.write(renderKeyValues([{ label: 'status', value: 'planning' }], stdout)); // "status  planning\n"
 */
export function renderKeyValues(entries: readonly KeyValue[], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  const labelWidth = Math.max(0, ...entries.map(({ label }) => stringWidth(label)));
  const indent = ' '.repeat(labelWidth + GAP.length);
  return entries
    .map(({ label, value, paint = (text) => text }) => {
      const padding = ' '.repeat(labelWidth - stringWidth(label));
      const [first = '', ...further] = linesOf(value, indent, stream);
      const start = first === '' ? dim(label) : dim(label) + padding + GAP + paint(first);
      return [start, ...further.map((line) => (line === '' ? '' : indent + paint(line)))]
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('');
}

function linesOf(value: string, indent: string, stream: OutputStream): string[] {
  const text = forTerminal(value).trimEnd();
  const fitted = stream.isTerminal ? wrap(text, stream.columns - indent.length) : text;
  return fitted.split('\n').map((line) => line.trimEnd());
}
