import { groupThousands } from '../../base/text/group-thousands.js';
import { deleteProject, previewProjectDeletion } from '../../operations/project/delete-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import type { deleteCommand } from './delete.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof deleteCommand>,
): Promise<number> {
  const deps = await context.open();
  const { project, sessionsKept } = await previewProjectDeletion(deps, { project: given.project });
  const sessions =
    sessionsKept === 1 ? 'Its session stays' : `Its ${groupThousands(sessionsKept)} sessions stay`;
  if (!(await confirmed(context, `Delete project "${project.name}"? ${sessions}, without a project.`))) {
    return exitCode.failed;
  }
  const output = await deleteProject(deps, { project: project.id });
  context.print(output, () => `Project "${project.name}" is deleted. ${sessions}, without a project.\n`);
  return exitCode.done;
}
