import { archiveProject } from '../../operations/project/archive-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { archive } from './archive.js';
import { renderProject } from './project-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof archive>,
): Promise<number> {
  const output = await archiveProject(await context.open(), {
    project: given.project,
    archived: !options.undo,
  });
  context.print(output, (stream) => renderProject(output.project, output.next, context.now, stream));
  return exitCode.done;
}
