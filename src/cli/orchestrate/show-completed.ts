import { forTerminal } from '../../base/text/terminal-text.js';
import type { CompleteOutput, SummaryView } from '../../operations/session/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { writeOutput } from '../input/output-file.js';
import { highlightMarkdown } from '../render/highlight-markdown.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { noteStanding } from './standing.js';

/** The summary of a completed session, printed or written to a file. */
export async function showCompleted(
  context: CommandContext,
  output: Pick<CompleteOutput, 'session' | 'summary' | 'next'>,
  out: string | undefined,
): Promise<number> {
  if (out !== undefined) {
    const path = await writeOutput(context.cwd, out, output.summary.text, { overwrite: context.common.yes });
    context.note(`The summary is in ${path}\n`);
  }
  if (context.common.json || out === undefined) {
    context.print(output, (stream) => renderSummary(output.summary, stream));
  }
  noteStanding(context, output.session, output.next);
  return exitCode.done;
}

export function renderSummary({ text }: SummaryView, stream: OutputStream): string {
  return stream.isTerminal ? `${highlightMarkdown(forTerminal(text), styleFor(stream))}\n` : text;
}
