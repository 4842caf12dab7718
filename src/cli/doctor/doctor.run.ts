import { examine } from '../../operations/doctor/examine.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkClipboard } from './check-clipboard.js';
import { checkTerminal } from './check-terminal.js';
import { renderExamination } from './examination-page.js';

export async function run(context: CommandContext): Promise<number> {
  const surface = [checkClipboard(context), checkTerminal(context)];
  const output = await examine(context.configSources, { surface });
  context.print(output, (stream) => renderExamination(output, stream));
  return output.problems > 0 ? exitCode.failed : exitCode.done;
}
