import { resolve } from 'node:path';
import { exportPrompts } from '../../operations/prompt/sync/export-prompts.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { exportCommand } from './export.js';
import { renderExport } from './sync-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof exportCommand>,
): Promise<number> {
  const output = await exportPrompts(await context.open(), {
    folder: resolve(context.cwd, given.folder),
    prompts: [...options.prompt],
    category: options.category,
    global: options.global,
    format: options.format,
    force: options.force,
    dryRun: options['dry-run'],
  });
  context.print(output, (stream) => renderExport(output, given.folder, stream));
  return output.left > 0 ? exitCode.partly : exitCode.done;
}
