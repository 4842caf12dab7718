import { groupThousands } from '../../base/text/group-thousands.js';
import type { PromptView } from '../../operations/session/view-shapes.js';
import { stepFacts } from '../../operations/session/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { copyToClipboard } from '../input/clipboard.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import { noteWarnings } from '../note-warnings.js';
import { renderPrompt } from '../render/prompt-view.js';
import { styleFor } from '../render/style.js';
import { tellingFailure } from './telling-failure.js';

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

/**
 * Gives a prompt out: to the clipboard, to a file, or else to standard output; or all of it as JSON. The
 * session has moved by now: a prompt that cannot go where it was asked to is printed instead, and the exit
 * code tells.
 */
export async function deliverPrompt(
  context: CommandContext,
  output: unknown,
  prompt: PromptView,
  destination: PromptDestination,
): Promise<number> {
  noteWarnings(context, prompt.warnings);
  const elsewhere = destination.copy || destination.out !== undefined;
  const placed = elsewhere ? await tellingFailure(context, () => place(context, prompt, destination)) : null;
  if (context.common.json || placed !== exitCode.done) {
    context.print(output, (stream) => renderPrompt(titleOf(prompt), prompt.messages, stream));
  }
  return placed ?? exitCode.done;
}

async function place(
  context: CommandContext,
  prompt: PromptView,
  { copy, out }: PromptDestination,
): Promise<void> {
  const { dim } = styleFor(context.streams.stderr);
  if (out !== undefined) {
    const path = await writeOutput(context.cwd, out, prompt.text, { overwrite: context.common.yes });
    context.note(`${path}  ${dim(titleOf(prompt))}\n`);
  }
  if (!copy) return;
  const route = await copyToClipboard(prompt.text, context.streams, context.env);
  const where = route === 'program' ? 'In the clipboard:' : "Given to the terminal's clipboard:";
  context.note(`${where} ${titleOf(prompt)}\n`);
}

function titleOf({ step, tokens }: PromptView): string {
  return `${stepFacts[step].phase} prompt · ~${groupThousands(tokens)} tokens`;
}
