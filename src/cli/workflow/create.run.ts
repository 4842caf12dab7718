import { createWorkflow } from '../../operations/workflow/create-workflow.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readNamed } from '../input/read-named.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { create } from './create.js';

export async function run(
  context: CommandContext,
  { arguments: { file }, options: { global, note } }: InputOf<typeof create>,
): Promise<number> {
  const given = await readNamed(context, 'the workflow', file);
  const output = await createWorkflow(await context.open(), { file: given, global, note });
  context.print(output, (stream) => {
    const { workflow, version, changed, next } = output;
    const where = workflow.project === null ? 'for all projects' : `in project ${workflow.project.name}`;
    const said = changed ? 'is kept' : 'had this text already';
    return `${sentence(`${workflow.name}@${version} ${said}, ${where}.`, stream)}${nextLine(next, stream)}`;
  });
  return exitCode.done;
}
