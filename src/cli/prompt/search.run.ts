import { searchPrompts } from '../../operations/prompt/search-prompts.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { givenRange } from './given-options.js';
import type { search } from './search.js';
import { renderHits } from './search-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof search>,
): Promise<number> {
  const { category, kind, type, tag, templates, limit } = options;
  const deps = await context.open();
  const output = await searchPrompts(deps, {
    text: given.words.join(' '),
    range: givenRange(options),
    category,
    kind,
    featureType: type,
    tag,
    isTemplate: templates || undefined,
    limit,
  });
  context.print(output, (stream) => {
    if (output.hits.length > 0) return renderHits(output, stream);
    const { next } = inSamePlace(deps, { next: 'prompt-runner prompt list --all' });
    return `No prompt has all of this.\n${nextLine(next, stream)}`;
  });
  return exitCode.done;
}
