import { setSetting } from '../../operations/config/set-setting.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { renderChange } from './change-view.js';
import type { set } from './set.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof set>,
): Promise<number> {
  const output = await setSetting(context.configSources, { ...given, owner: options.in });
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => renderChange('Written to', output, stream));
  return exitCode.done;
}
