import type { ExperimentPromoteOutput } from '../../operations/experiment/analysis-outputs.js';
import { promoteExperiment } from '../../operations/experiment/promote-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { promote } from './promote.js';

export async function run(
  context: CommandContext,
  { arguments: { experiment }, options: { variant, label, force } }: InputOf<typeof promote>,
): Promise<number> {
  const deps = await context.openDatabase();
  const output = await promoteExperiment(deps, { experiment, variant, label, force });
  context.print(
    output,
    (stream) =>
      said(output)
        .map((one) => sentence(one, stream))
        .join('') + nextLine(output.next, stream),
  );
  return exitCode.done;
}

function said({ variant, label, moved, left, why }: ExperimentPromoteOutput): string[] {
  const moves = moved.map(
    ({ prompt, changed }) =>
      `The label ${label} ${changed ? 'is now' : 'was already'} at ${prompt}, variant ${variant}.`,
  );
  const rest = left.length === 0 ? [] : [`No label brings ${left.join(', ')}.`];
  return [[...moves, why].join(' '), ...rest];
}
