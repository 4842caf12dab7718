import { forTerminal } from '../../base/text/terminal-text.js';
import { getSetting } from '../../operations/config/get-setting.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { styleFor } from '../render/style.js';
import type { get } from './get.js';
import { originText } from './origin-text.js';
import { settingText } from './setting-text.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof get>,
): Promise<number> {
  const output = await getSetting(context.configSources, { key: given.key });
  const { origin } = output.setting;
  const value = settingText(output.setting.value ?? '');
  noteWarnings(context, output.warnings);
  context.print(output, ({ isTerminal }) => `${isTerminal ? forTerminal(value) : value}\n`);
  const { dim } = styleFor(context.streams.stderr);
  const where = origin.where === null || origin.from === 'environment' ? '' : `: ${origin.where}`;
  context.note(`${dim(`from ${originText(origin)}${where}`)}\n`);
  return exitCode.done;
}
