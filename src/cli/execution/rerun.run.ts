import { rerunExecution } from '../../operations/execution/rerun-execution.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { parseAmount } from '../parse-amount.js';
import { givenParameters } from '../run/given-question.js';
import { oneAnswer } from '../run/one-answer.js';
import type { rerun } from './rerun.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof rerun>,
): Promise<number> {
  const wanted = {
    execution: given.execution,
    model: options.model,
    parameters: givenParameters(options),
    options: options.option,
    maxCost: parseAmount('--max-cost', options['max-cost']),
    timeoutSeconds: options.timeout,
    agents: context.common.yes ? ('run' as const) : ('refuse' as const),
  };
  return oneAnswer(
    context,
    async (watch) => rerunExecution({ ...(await context.openDatabase()), watch }, wanted),
    { stream: !options['no-stream'], output: options.output },
  );
}
