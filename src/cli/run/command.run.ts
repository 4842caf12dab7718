import { runPrompt } from '../../operations/execution/run-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../usage-error.js';
import type { RunSpec } from './command.js';
import { forecastAnswer } from './forecast.js';
import { givenQuestion } from './given-question.js';
import { oneAnswer } from './one-answer.js';
import { repeatedAnswers } from './repeated-answers.js';

export async function run(context: CommandContext, input: InputOf<RunSpec>): Promise<number> {
  const { options } = input;
  const { repeat, output } = options;
  if (repeat !== undefined && output !== undefined) {
    throw new UsageError('--output is for one answer, and --repeat asks for several.', {
      hint: 'Leave out one of them; each answer is kept: prompt-runner execution show ID',
    });
  }
  const question = await givenQuestion(context, input);
  if (options['dry-run']) return forecastAnswer(context, question);
  if (repeat !== undefined) return repeatedAnswers(context, question, repeat);
  return oneAnswer(
    context,
    async (watch) => runPrompt({ ...(await context.openDatabase()), watch }, question),
    {
      stream: !options['no-stream'],
      output,
    },
  );
}
