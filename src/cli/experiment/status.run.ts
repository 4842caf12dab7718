import { experimentStatus } from '../../operations/experiment/experiment-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { renderStanding } from './online-page.js';
import type { status } from './status.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof status>,
): Promise<number> {
  const output = await experimentStatus(await context.openDatabase(), given);
  const { name, status: stands } = output.experiment;
  context.print(
    output,
    (stream) => sentence(`Experiment ${name} is ${stands}.`, stream) + renderStanding(output, stream),
  );
  return exitCode.done;
}
