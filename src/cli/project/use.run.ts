import { useProject } from '../../operations/project/use-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderProject } from './project-page.js';
import type { use } from './use.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof use>,
): Promise<number> {
  const output = await useProject(await context.open(), { project: given.project });
  context.print(output, (stream) => renderProject(output.project, output.next, context.now, stream));
  return exitCode.done;
}
