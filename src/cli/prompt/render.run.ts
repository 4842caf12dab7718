import { groupThousands } from '../../base/text/group-thousands.js';
import { renderPrompt } from '../../operations/prompt/render-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readNamed } from '../input/read-named.js';
import { noteWarnings } from '../note-warnings.js';
import { renderPrompt as renderMessages } from '../render/prompt-view.js';
import type { render } from './render.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof render>,
): Promise<number> {
  const deps = await context.open();
  const { vars, var: assignments } = options;
  const variablesFile = vars === undefined ? undefined : await readNamed(context, 'the variables', vars);
  const output = await renderPrompt(deps, { prompt: given.prompt, assignments, variablesFile });
  const { prompt, version, tokens, messages } = output;
  noteWarnings(context, output.warnings);
  const title = `${prompt.name}@${version} · ~${groupThousands(tokens)} tokens`;
  context.print(output, (stream) => renderMessages(title, messages, stream));
  return exitCode.done;
}
