import { beginConfigEdit, endConfigEdit } from '../../operations/config/edit-config.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { EditorFailedError } from '../input/errors.js';
import { editorOf, runEditor } from '../input/run-editor.js';
import { noteWarnings } from '../note-warnings.js';
import { styleFor } from '../render/style.js';
import type { edit } from './edit.js';

export async function run(
  context: CommandContext,
  { options: { in: owner = 'user' } }: InputOf<typeof edit>,
): Promise<number> {
  const editor = editorOf(context.env);
  const { file, before } = await beginConfigEdit(context.configSources, { owner });
  const failure = await runEditor(editor, file, context.streams);
  const output = await endConfigEdit(context.configSources, { owner, before });
  if (failure !== null) {
    throw new EditorFailedError(editor.command, failure.reason, null, { cause: failure.cause });
  }
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => {
    const { bold, dim } = styleFor(stream);
    const outcome = output.changed ? `${file} is changed and in order.` : `${file} was not changed.`;
    return `${outcome}\n${dim('Next:')} ${bold(output.next)}\n`;
  });
  return exitCode.done;
}
