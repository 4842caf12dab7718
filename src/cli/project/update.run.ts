import { resolve } from 'node:path';
import { updateProject } from '../../operations/project/update-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { UsageError } from '../usage-error.js';
import { renderProject } from './project-page.js';
import type { update } from './update.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof update>,
): Promise<number> {
  const { name, description } = options;
  const root = options['no-root'] ? null : options.root && resolve(context.cwd, options.root);
  if (name === undefined && description === undefined && root === undefined) {
    throw new UsageError('Nothing was said that shall change.', {
      hint: 'Give --name, --root, --no-root or --description.',
      next: 'prompt-runner project update --help',
    });
  }
  const output = await updateProject(await context.open(), {
    project: given.project,
    name,
    root,
    description,
  });
  context.print(output, (stream) => renderProject(output.project, output.next, context.now, stream));
  return exitCode.done;
}
