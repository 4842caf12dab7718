import { searchExecutions } from '../../operations/execution/search-executions.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { givenFilter } from './given-filter.js';
import { renderExecutionHits } from './hits-page.js';
import type { search } from './search.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof search>,
): Promise<number> {
  const deps = await context.openDatabase();
  const text = given.words.join(' ');
  const output = await searchExecutions(deps, {
    ...givenFilter(context, options),
    text,
    limit: options.limit,
  });
  context.print(output, (stream) => {
    if (output.hits.length > 0) return renderExecutionHits(output, context.now, stream);
    const { next } = inSamePlace(deps, { next: 'prompt-runner execution list' });
    return `No execution has all of this.\n${nextLine(next, stream)}`;
  });
  return exitCode.done;
}
