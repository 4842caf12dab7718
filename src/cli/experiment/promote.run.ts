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
  const stands = output.changed ? 'is now' : 'was already';
  const said = `The label ${output.label} ${stands} at ${output.prompt}, variant ${output.variant}. ${output.why}`;
  context.print(output, (stream) => sentence(said, stream) + nextLine(output.next, stream));
  return exitCode.done;
}
