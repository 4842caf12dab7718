import { archiveExperiment } from '../../operations/experiment/archive-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { archive } from './archive.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof archive>,
): Promise<number> {
  const output = await archiveExperiment(await context.openDatabase(), given);
  const { name, id } = output.experiment;
  context.print(
    output,
    (stream) =>
      sentence(`Experiment ${name} is archived; it is found as ${id}.`, stream) +
      nextLine(output.next, stream),
  );
  return exitCode.done;
}
