import { forTerminal } from '../../base/text/terminal-text.js';
import type { CompleteOutput } from '../../operations/session/outputs.js';
import type { SummaryView } from '../../operations/session/view-shapes.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { writeOutput } from '../input/output-file.js';
import { highlightMarkdown } from '../render/highlight-markdown.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { noteStanding } from './standing.js';
import { tellingFailure } from './telling-failure.js';

/**
 * The summary of a session, printed or written to a file. The session has moved by now: a summary that
 * cannot be written is printed instead, and the exit code tells.
 */
export async function showCompleted(
  context: CommandContext,
  output: Pick<CompleteOutput, 'session' | 'summary' | 'next'>,
  out: string | undefined,
): Promise<number> {
  const written =
    out === undefined ? null : await tellingFailure(context, () => write(context, output.summary, out));
  if (context.common.json || written !== exitCode.done) {
    context.print(output, (stream) => renderSummary(output.summary, stream));
  }
  noteStanding(context, output.session, output.next);
  return written ?? exitCode.done;
}

async function write(context: CommandContext, { text }: SummaryView, out: string): Promise<void> {
  const path = await writeOutput(context.cwd, out, text, { overwrite: context.common.yes });
  context.note(`The summary is in ${path}\n`);
}

export function renderSummary({ text }: SummaryView, stream: OutputStream): string {
  return stream.isTerminal ? `${highlightMarkdown(forTerminal(text), styleFor(stream))}\n` : text;
}
