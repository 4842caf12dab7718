import { groupThousands } from '../../base/text/group-thousands.js';
import { listBatches } from '../../operations/batch/list-batches.js';
import type { BatchListOutput, BatchView } from '../../operations/batch/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { costText } from '../render/cost.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { batchLook } from './batch-look.js';
import type { list } from './list.js';

export async function run(
  context: CommandContext,
  { options: { limit, cursor, status } }: InputOf<typeof list>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { project } = context.common;
  const output = await listBatches(deps, { project, status, limit, cursor });
  printList(context, deps, output, {
    rows: output.batches,
    page: (now, stream) => page(output, now, stream),
    nothing: 'There is no batch here.',
    next: 'prompt-runner batch run --help',
  });
  return exitCode.done;
}

function page(output: BatchListOutput, now: Date, stream: OutputStream): string {
  const { batches, cursor } = output;
  return batchTable(batches, now, stream) + morePages(batches.length, output, 'batches', cursor);
}

function batchTable(batches: readonly BatchView[], now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  return renderTable(
    batches,
    [
      { header: 'Batch', cell: ({ id }) => id },
      { header: 'When', cell: ({ createdAt }) => relativeTime(createdAt, now), paint: style.dim },
      { header: 'What', cell: ({ name, prompt }) => name ?? prompt, flexible: true, minWidth: 10 },
      { header: 'Model', cell: ({ model }) => model, flexible: true, minWidth: 8 },
      { header: 'Rows', align: 'right', cell: ({ rows }) => (rows === null ? '' : groupThousands(rows)) },
      {
        header: 'Failed',
        align: 'right',
        cell: ({ failed }) => (failed === 0 ? '' : groupThousands(failed)),
      },
      { header: 'Cost', align: 'right', cell: ({ cost }) => costText(cost, '?') },
      { header: 'Status', cell: statusText, paint: (text, batch) => style[batchLook(batch)](text) },
    ],
    stream,
  );
}

/** @example statusText({ status: 'paused', rows: 10, done: 5, failed: 1 }) === 'paused 60%' */
function statusText({ status, rows, done, failed }: BatchView): string {
  const isOnItsWay = status === 'running' || status === 'paused';
  return isOnItsWay && rows ? `${status} ${Math.floor(((done + failed) / rows) * 100)}%` : status;
}
