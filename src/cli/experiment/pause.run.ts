import { pauseExperiment } from '../../operations/experiment/online/pause-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { renderStanding } from './online-page.js';
import type { pause } from './pause.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof pause>,
): Promise<number> {
  const output = await pauseExperiment(await context.openDatabase(), given);
  const said = `Experiment ${output.experiment.name} is paused: who has a variant keeps it, and nobody else gets one.`;
  context.print(output, (stream) => sentence(said, stream) + renderStanding(output, stream));
  return exitCode.done;
}
