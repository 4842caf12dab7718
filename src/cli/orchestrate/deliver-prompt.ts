import { groupThousands } from '../../base/text/group-thousands.js';
import type { PromptView } from '../../operations/session/outputs.js';
import { stepFacts } from '../../operations/session/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { copyToClipboard } from '../input/clipboard.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import { noteWarnings } from '../note-warnings.js';
import { renderPrompt } from '../render/prompt-view.js';
import { styleFor } from '../render/style.js';

export interface PromptDestination {
  readonly copy: boolean;
  readonly out: string | undefined;
}

/** Refuses a file that could not be written, before a command has changed anything. */
export async function checkDestination(
  context: CommandContext,
  { out }: Pick<PromptDestination, 'out'>,
): Promise<void> {
  if (out !== undefined) await checkOutput(context.cwd, out, { overwrite: context.common.yes });
}

/** Gives a prompt out: to the clipboard, to a file, or else to standard output; or all of it as JSON. */
export async function deliverPrompt(
  context: CommandContext,
  output: unknown,
  prompt: PromptView,
  destination: PromptDestination,
): Promise<void> {
  noteWarnings(context, prompt.warnings);
  const placed = await placePrompt(context, prompt, destination);
  if (context.common.json || !placed) {
    context.print(output, (stream) => renderPrompt(titleOf(prompt), prompt.messages, stream));
  }
}

async function placePrompt(
  context: CommandContext,
  prompt: PromptView,
  { copy, out }: PromptDestination,
): Promise<boolean> {
  const { dim } = styleFor(context.streams.stderr);
  if (out !== undefined) {
    const path = await writeOutput(context.cwd, out, prompt.text, {
      overwrite: context.common.yes,
    });
    context.note(`${path}  ${dim(titleOf(prompt))}\n`);
  }
  if (copy) {
    const route = await copyToClipboard(prompt.text, context.streams, context.env);
    const where = route === 'program' ? 'In the clipboard:' : "Given to the terminal's clipboard:";
    context.note(`${where} ${titleOf(prompt)}\n`);
  }
  return copy || out !== undefined;
}

function titleOf({ step, tokens }: PromptView): string {
  return `${stepFacts[step].phase} prompt · ~${groupThousands(tokens)} tokens`;
}
