import { resolve } from 'node:path';
import { createProject } from '../../operations/project/create-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { create } from './create.js';
import { renderProject } from './project-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof create>,
): Promise<number> {
  const root = options['no-root'] ? null : resolve(context.cwd, options.root ?? '.');
  const output = await createProject(await context.open(), {
    name: given.name,
    root,
    description: options.description,
  });
  context.print(output, (stream) => renderProject(output.project, output.next, context.now, stream));
  return exitCode.done;
}
