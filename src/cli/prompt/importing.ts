import { resolve } from 'node:path';
import { importPrompts } from '../../operations/prompt/sync/import-prompts.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { importCommand } from './import.js';
import { renderImport } from './sync-page.js';

type Options = InputOf<typeof importCommand>['options'] & { readonly asTemplates: boolean };

/** Imports prompts, or templates, and shows what became of each file. */
export async function importing(context: CommandContext, path: string, options: Options): Promise<number> {
  const output = await importPrompts(await context.open(), {
    path: resolve(context.cwd, path),
    format: options.format,
    name: options.name,
    offered: [...options.offered],
    asTemplates: options.asTemplates,
    global: options.global,
    force: options.force,
    mark: !options['no-mark'],
    note: options.note,
    dryRun: options['dry-run'],
  });
  context.print(output, (stream) => renderImport(output, path, stream));
  return output.left > 0 ? exitCode.partly : exitCode.done;
}
