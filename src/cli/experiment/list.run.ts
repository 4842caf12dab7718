import { listExperiments } from '../../operations/experiment/list-experiments.js';
import type { ExperimentListOutput } from '../../operations/experiment/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { printList } from '../print-list.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { experimentLook } from './experiment-look.js';
import type { list } from './list.js';

export async function run(
  context: CommandContext,
  { options: { limit, cursor, status } }: InputOf<typeof list>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { project } = context.common;
  const output = await listExperiments(deps, { project, status, limit, cursor });
  printList(context, deps, output, {
    rows: output.experiments,
    page: (now, stream) => page(output, now, stream),
    nothing: 'There is no experiment here.',
    next: 'prompt-runner experiment create --help',
  });
  return exitCode.done;
}

function page(output: ExperimentListOutput, now: Date, stream: OutputStream): string {
  const { experiments, cursor } = output;
  const style = styleFor(stream);
  const table = renderTable(
    experiments,
    [
      { header: 'Experiment', cell: ({ name }) => name, flexible: true, minWidth: 10 },
      { header: 'Id', cell: ({ id }) => id, paint: style.dim },
      { header: 'Made', cell: ({ createdAt }) => relativeTime(createdAt, now), paint: style.dim },
      {
        header: 'Compares',
        cell: ({ variants }) => variants.map(({ name, prompt }) => prompt ?? name).join(', '),
        flexible: true,
        minWidth: 12,
      },
      {
        header: 'Status',
        cell: ({ status }) => status,
        paint: (text, { status }) => style[experimentLook(status)](text),
      },
    ],
    stream,
  );
  return table + morePages(experiments.length, output, 'experiments', cursor);
}
