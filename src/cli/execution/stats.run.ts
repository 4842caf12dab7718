import { summarizeExecutions } from '../../operations/execution/summarize-executions.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { givenFilter } from './given-filter.js';
import type { stats } from './stats.js';
import { renderStats } from './stats-page.js';

export async function run(context: CommandContext, { options }: InputOf<typeof stats>): Promise<number> {
  const deps = await context.openDatabase();
  const output = await summarizeExecutions(deps, { ...givenFilter(context, options), by: options.by });
  context.print(output, (stream) => {
    if (output.total.executions > 0) return renderStats(output, stream);
    const { next } = inSamePlace(deps, { next: 'prompt-runner execution list' });
    return `No execution is like this.\n${nextLine(next, stream)}`;
  });
  return exitCode.done;
}
