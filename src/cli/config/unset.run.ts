import { unsetSetting } from '../../operations/config/unset-setting.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { renderChange } from './change-view.js';
import type { unset } from './unset.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof unset>,
): Promise<number> {
  const output = await unsetSetting(context.configSources, { ...given, owner: options.in });
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => renderChange('Taken out of', output, stream));
  return exitCode.done;
}
