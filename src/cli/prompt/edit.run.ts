import { editablePrompt } from '../../operations/prompt/editable-prompt.js';
import { updatePrompt } from '../../operations/prompt/update-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { edit } from './edit.js';
import { keepingText } from './keeping-text.js';
import { asGiven, readContent } from './read-content.js';
import { printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof edit>,
): Promise<number> {
  const deps = await context.open();
  const { id, name, text: draft, read } = await editablePrompt(deps, { prompt: given.prompt });
  const source = { text: undefined, file: undefined, paste: false, edit: true, draft };
  const text = await readContent(context, deps, source);
  const output = await keepingText(context, deps, text, `prompt-runner prompt update ${name}`, () =>
    updatePrompt(deps, {
      prompt: id,
      content: { text: asGiven(text) },
      unsaid: 'goes',
      read,
      note: options.note,
    }),
  );
  return printWritten(context, output, `is changed; its newest version is ${output.version}`);
}
