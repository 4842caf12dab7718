import { formatDuration } from '../../base/text/format-duration.js';
import type { CallView } from '../../operations/execution/view-shapes.js';
import { costText } from '../render/cost.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { tokensOf } from './execution-table.js';

/** The calls to the provider; nothing where there was a single one, and it went well. */
export function callTable(calls: readonly CallView[], stream: OutputStream): string {
  if (calls.length < 2 && calls.every(({ status }) => status === 'succeeded')) return '';
  const { dim, red, yellow } = styleFor(stream);
  const looks = { succeeded: dim, failed: red, running: yellow };
  return renderTable(
    calls,
    [
      { header: 'Call', align: 'right', cell: ({ number }) => String(number) },
      { header: 'Waited', align: 'right', cell: waited, paint: dim },
      { header: 'Took', align: 'right', cell: took },
      { header: 'Tokens', align: 'right', cell: ({ usage }) => tokensOf(usage) },
      {
        header: 'Cost',
        align: 'right',
        cell: ({ cost, status }) => costText(cost, status === 'running' ? '' : '?'),
      },
      { header: 'Outcome', cell: outcome, paint: (text, { status }) => looks[status](text) },
      { header: 'Message', cell: ({ message }) => message ?? '', flexible: true, minWidth: 10, paint: dim },
    ],
    stream,
  );
}

function waited({ waitedMs }: CallView): string {
  return waitedMs === 0 ? '' : formatDuration(waitedMs);
}

function took({ startedAt, finishedAt }: CallView): string {
  return finishedAt === null ? '' : formatDuration(Math.max(0, finishedAt.getTime() - startedAt.getTime()));
}

function outcome({ status, fault, httpStatus }: CallView): string {
  return [fault ?? status, httpStatus].filter((part) => part !== null).join(' ');
}
