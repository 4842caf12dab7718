import { recordObservation } from '../../operations/experiment/online/record-observation.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import { UsageError } from '../usage-error.js';
import type { record } from './record.js';

export async function run(
  context: CommandContext,
  { arguments: { experiment }, options: { unit, metric, value } }: InputOf<typeof record>,
): Promise<number> {
  if (unit === undefined || metric === undefined || value === undefined) {
    throw new UsageError('A record says of what, by which metric, and how much.', {
      hint: 'All three are needed: --unit SESSION --metric success --value 1.',
    });
  }
  const given = { experiment, unit, metric, value };
  const output = await recordObservation(await context.openDatabase(), given);
  const instead = output.before === null ? '' : `, in the place of ${output.before}`;
  const said = output.changed
    ? `${output.metric} of ${output.unit} is ${output.value}${instead}.`
    : `${output.metric} of ${output.unit} was ${output.value} already.`;
  context.print(output, (stream) => sentence(said, stream) + nextLine(output.next, stream));
  return exitCode.done;
}
