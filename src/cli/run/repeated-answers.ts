import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { PromptRepeatOutput, PromptRunOutput } from '../../operations/execution/run-outputs.js';
import { repeatPrompt } from '../../operations/execution/run-repeated.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { nextLine, sentence } from '../render/next-line.js';
import { withProgress } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { costText } from './answer-line.js';
import type { GivenQuestion } from './given-question.js';

/** Asks the same several times, and shows what came in a table. */
export async function repeatedAnswers(
  context: CommandContext,
  question: GivenQuestion,
  times: number,
): Promise<number> {
  const deps = await context.openDatabase();
  const output = await withProgress(context.streams.stderr, 'asking', (report) =>
    context.interruptible((signal) => {
      const onAnswered = (asked: number) => report(`${asked} of ${times}`);
      return repeatPrompt({ ...deps, watch: { signal }, onAnswered }, { ...question, times });
    }),
  );
  noteWarnings(context, [...output.warnings, ...output.failures.map(({ message }) => message)]);
  context.print(output, (stream) => page(output, stream));
  return output.answers.length < times ? exitCode.partly : exitCode.done;
}

function page(output: PromptRepeatOutput, stream: OutputStream): string {
  const { answers, different, cost } = output;
  const isSame = answers.length > 1 && different === 1;
  const sum = [
    `${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}`,
    isSame ? 'all the same' : `${different} different`,
    costText(cost),
  ].join(', ');
  return `${answerTable(answers, stream)}\n${sentence(`${sum}.`, stream)}${nextLine(output.next, stream)}`;
}

function answerTable(answers: readonly PromptRunOutput[], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    answers,
    [
      { header: 'Execution', cell: ({ execution }) => execution.id },
      { header: 'Answer', cell: ({ text }) => firstLine(text), flexible: true, minWidth: 20 },
      { header: 'Out', cell: ({ execution }) => String(execution.usage.output ?? ''), align: 'right' },
      { header: 'Cost', cell: ({ execution }) => costText(execution.cost), align: 'right' },
      {
        header: 'Time',
        cell: ({ execution: { latencyMs } }) => (latencyMs === null ? '' : formatDuration(latencyMs)),
        align: 'right',
        paint: dim,
      },
    ],
    stream,
  );
}

/** Long answers differ in their beginnings most often, and nobody reads more in a table. */
function firstLine(text: string): string {
  const LONGEST = 200;
  return forTerminalLine(text.slice(0, LONGEST).toWellFormed());
}
