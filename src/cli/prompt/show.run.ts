import { promptText } from '../../base/text/prompt-text.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import { showPrompt } from '../../operations/prompt/show-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderPromptPage } from './prompt-page.js';
import type { show } from './show.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof show>,
): Promise<number> {
  const output = await showPrompt(await context.open(), { prompt: given.prompt });
  context.print(output, (stream) => {
    if (!options.raw) return renderPromptPage(output, context.now, stream);
    const text = promptText(output.messages);
    return stream.isTerminal ? forTerminal(text) : text;
  });
  return exitCode.done;
}
