import type { AskingDeps } from '../../operations/execution/run-deps.js';
import type { PromptRunOutput } from '../../operations/execution/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import { noteWarnings } from '../note-warnings.js';
import { styleFor } from '../render/style.js';
import { answerLine } from './answer-line.js';
import { AnswerScreen } from './answer-screen.js';

/** Asks once, followed by whoever looks on. */
export type Ask = (watch: NonNullable<AskingDeps['watch']>) => Promise<PromptRunOutput>;

export interface AnswerOptions {
  /** Whether a terminal is shown the answer as it comes. */
  readonly stream: boolean;
  /** The file that takes the answer, in place of standard output. */
  readonly output: string | undefined;
}

/** Asks once, and shows the answer; what it took is told on standard error. */
export async function oneAnswer(
  context: CommandContext,
  ask: Ask,
  { stream, output: file }: AnswerOptions,
): Promise<number> {
  const overwrite = context.common.yes;
  if (file !== undefined) await checkOutput(context.cwd, file, { overwrite });
  const screen = new AnswerScreen(context, { stream: stream && file === undefined });
  const output = await context.interruptible((signal) => screen.follow(ask, signal));
  if (file !== undefined) await keepAnswer(context, file, output.text);
  if (context.common.json) context.print(output, () => '');
  else if (file === undefined) screen.end(output.text);
  tellAbout(context, output);
  return exitCode.done;
}

async function keepAnswer(context: CommandContext, file: string, text: string): Promise<void> {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const path = await writeOutput(context.cwd, file, whole, { overwrite: context.common.yes });
  context.note(`${path}\n`);
}

/** What somebody should know besides the answer. */
export function tellAbout(context: CommandContext, output: PromptRunOutput): void {
  const { stderr } = context.streams;
  noteWarnings(context, [...output.warnings, ...secretWarning(output)]);
  context.note(`${styleFor(stderr).dim(answerLine(output, context.now))}\n`);
}

/** The next command is led to the store that was worked in; the one that redacts has to be, too. */
function secretWarning({ secrets, next }: PromptRunOutput): string[] {
  if (secrets.length === 0) return [];
  const kinds = secrets.join(', ');
  const redact = next.replace('execution show', 'execution redact');
  return [
    `the answer seems to hold a credential (${kinds}); it has a mark in its place here, and is in the record. To remove it there: ${redact}`,
  ];
}
