import { listExperiments } from '../../operations/experiment/list-experiments.js';
import type { ExperimentListOutput } from '../../operations/experiment/outputs.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { morePages } from '../render/more-pages.js';
import { nextLine } from '../render/next-line.js';
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
  const { next } = inSamePlace(deps, { next: 'prompt-runner experiment create --help' });
  context.print(output, (stream) =>
    output.experiments.length === 0
      ? `There is no experiment here.\n${nextLine(next, stream)}`
      : page(output, context.now, stream),
  );
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
