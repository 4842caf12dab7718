import { groupThousands } from '../../base/text/group-thousands.js';
import type { ExperimentPlanOutput } from '../../operations/experiment/outputs.js';
import { planExperiment } from '../../operations/experiment/plan/plan-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import { type Column, renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import type { plan } from './plan.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof plan>,
): Promise<number> {
  const output = await planExperiment(await context.openDatabase(), { ...given, ...options });
  context.print(
    output,
    (stream) =>
      output.says.map((one) => sentence(one, stream)).join('') +
      sizeTable(output, stream) +
      nextLine(output.next, stream),
  );
  return exitCode.done;
}

type Size = ExperimentPlanOutput['sizes'][number];

function sizeTable(
  { experiment: { unit, metrics }, sizes }: ExperimentPlanOutput,
  stream: OutputStream,
): string {
  const isPart = metrics.find(({ primary }) => primary)?.kind === 'proportion';
  const differenceOf = ({ difference }: Size) =>
    isPart
      ? `${Number((100 * difference).toPrecision(3))} points`
      : String(Number(difference.toPrecision(3)));
  const days: Column<Size> = {
    header: 'Days',
    align: 'right',
    cell: ({ days: long }) => (long === null ? '?' : groupThousands(long)),
  };
  return renderTable(
    sizes,
    [
      { header: 'Difference', align: 'right', cell: differenceOf },
      {
        header: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}s`,
        align: 'right',
        cell: ({ units }) => (units === null ? 'never' : groupThousands(units)),
      },
      ...(unit === 'row' ? [] : [days]),
    ],
    stream,
  );
}
