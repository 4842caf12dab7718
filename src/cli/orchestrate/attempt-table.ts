import { formatBytes } from '../../base/text/format-bytes.js';
import type { AttemptView } from '../../operations/session/view-shapes.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { templateOrigin } from './template-origin.js';

/** The attempts at the steps, in the order in which they came. */
export function attemptTable(attempts: readonly AttemptView[], now: Date, stream: OutputStream): string {
  const { dim, green, red, yellow } = styleFor(stream);
  const looks = { issued: dim, received: yellow, accepted: green, incomplete: yellow, rejected: red };
  const rows = renderTable(
    attempts,
    [
      { header: 'Attempt', cell: ({ id }) => id },
      {
        header: 'Step',
        cell: ({ step, number, part }) => `${step} ${number}${part === null ? '' : ` (part ${part})`}`,
      },
      {
        header: 'Outcome',
        cell: ({ outcome, current }) => (current ? `${outcome} *` : outcome),
        paint: (text, { outcome }) => looks[outcome](text),
      },
      { header: 'Size', align: 'right', cell: ({ size }) => formatBytes(size) },
      { header: 'When', cell: ({ startedAt }) => relativeTime(startedAt, now), paint: dim },
      { header: 'From', cell: origin, flexible: true, minWidth: 10, paint: dim },
    ],
    stream,
  );
  return rows === '' ? '' : `${rows}${dim('* its result stands')}\n`;
}

function origin({ input, template, templateSource, problem }: AttemptView): string {
  const source =
    input === null
      ? templateOrigin(template, templateSource)
      : [input.method, input.name].filter(Boolean).join(' ');
  return problem === null ? source : `${source}: ${problem.message}`;
}
