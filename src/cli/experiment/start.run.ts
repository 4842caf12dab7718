import { startExperiment } from '../../operations/experiment/online/start-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { renderStanding } from './online-page.js';
import type { start } from './start.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof start>,
): Promise<number> {
  const output = await startExperiment(await context.openDatabase(), given);
  const said = `Experiment ${output.experiment.name} decides about sessions that begin from now on.`;
  context.print(output, (stream) => sentence(said, stream) + renderStanding(output, stream));
  return exitCode.done;
}
