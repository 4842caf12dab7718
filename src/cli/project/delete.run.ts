import { groupThousands } from '../../base/text/group-thousands.js';
import { deleteProject, previewProjectDeletion } from '../../operations/project/delete-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import type { deleteCommand } from './delete.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof deleteCommand>,
): Promise<number> {
  const deps = await context.open();
  const { project, sessionsKept, promptsDeleted } = await previewProjectDeletion(deps, {
    project: given.project,
  });
  const sessions =
    sessionsKept === 1 ? 'Its session stays' : `Its ${groupThousands(sessionsKept)} sessions stay`;
  const taken = promptsDeleted === 0 ? '' : ` ${deletedPrompts(promptsDeleted)}`;
  const question = `Delete project "${project.name}"? ${sessions}, without a project.${taken}`;
  if (!(await confirmed(context, question))) {
    return exitCode.failed;
  }
  const output = await deleteProject(deps, { project: project.id });
  const done = `Project "${project.name}" is deleted. ${sessions}, without a project.${taken}`;
  context.print(output, (stream) => sentence(done, stream));
  return exitCode.done;
}

function deletedPrompts(count: number): string {
  const which = count === 1 ? 'Its prompt is' : `Its ${groupThousands(count)} prompts are`;
  return `${which} deleted with it, and can be brought back with "prompt undo", for all projects.`;
}
