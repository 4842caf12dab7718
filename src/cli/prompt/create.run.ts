import { shellWord } from '../../base/text/shell-word.js';
import { createPrompt } from '../../operations/prompt/create-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { create } from './create.js';
import { givenAbout } from './given-options.js';
import { keepingText } from './keeping-text.js';
import { asGiven, readContent } from './read-content.js';
import { keptWhere, printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof create>,
): Promise<number> {
  const deps = await context.open();
  const text = await readContent(context, deps, options);
  const { system, literal, global, note } = options;
  const command = `prompt-runner prompt create ${shellWord(given.name)}`;
  const output = await keepingText(context, deps, text, command, () =>
    createPrompt(deps, {
      name: given.name,
      content: { text: asGiven(text), system, literal },
      ...givenAbout(options),
      isTemplate: options.template || undefined,
      global,
      note,
    }),
  );
  return printWritten(context, output, `is created ${keptWhere(output)}`);
}
