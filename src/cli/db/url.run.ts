import { forTerminalLine } from '../../base/text/terminal-text.js';
import { dbUrl } from '../../operations/db/db-url.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';

export async function run(context: CommandContext): Promise<number> {
  const output = await dbUrl(context.configSources, {});
  context.print(output, () => `${forTerminalLine(output.location)}\n`);
  context.note(`Set by: ${forTerminalLine(output.origin)}\n`);
  return exitCode.done;
}
