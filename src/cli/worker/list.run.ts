import { listWorkers } from '../../operations/worker/list-workers.js';
import type { WorkerListOutput, WorkerView } from '../../operations/worker/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { morePages } from '../render/more-pages.js';
import { type Look, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import type { list } from './list.js';

export async function run(
  context: CommandContext,
  { options: { all, limit, cursor } }: InputOf<typeof list>,
): Promise<number> {
  const deps = await context.openDatabase();
  const output = await listWorkers(deps, { all, limit, cursor });
  printList(context, deps, output, {
    rows: output.workers,
    page: (now, stream) => page(output, now, stream),
    nothing: 'No worker is running.',
    next: 'prompt-runner worker start',
  });
  return exitCode.done;
}

function page(output: WorkerListOutput, now: Date, stream: OutputStream): string {
  const { workers, cursor } = output;
  return workerTable(workers, now, stream) + morePages(workers.length, output, 'workers', cursor);
}

/** Workers, one a line. */
export function workerTable(workers: readonly WorkerView[], now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  return renderTable(
    workers,
    [
      { header: 'Worker', cell: ({ id }) => id },
      { header: 'Where', cell: ({ host, pid }) => `${host} ${pid}`, flexible: true, minWidth: 10 },
      { header: 'Who', cell: ({ actor }) => actor, flexible: true, minWidth: 5 },
      { header: 'Since', cell: ({ startedAt }) => relativeTime(startedAt, now), paint: style.dim },
      { header: 'Seen', cell: ({ seenAt }) => relativeTime(seenAt, now), paint: style.dim },
      { header: 'Version', cell: ({ version }) => version },
      { header: 'Calls', align: 'right', cell: ({ inFlight }) => String(inFlight) },
      {
        header: 'Status',
        cell: ({ status }) => status,
        paint: (text, { status }) => style[looks[status]](text),
      },
    ],
    stream,
  );
}

const looks: Readonly<Record<WorkerView['status'], Look>> = {
  running: 'green',
  draining: 'yellow',
  stopped: 'dim',
  gone: 'red',
};
