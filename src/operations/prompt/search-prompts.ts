import * as z from 'zod/mini';
import type { PromptHit } from '../../prompts/prompt-search.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { rangeInput, rangeOf } from './prompt-scope.js';
import type { PromptSearchOutput } from './read-outputs.js';
import { promptView } from './views/prompt-view.js';

const input = z.object({
  /** Words, `"words in quotes"`, and `-words` that must not be there. */
  text: z.string(),
  range: rangeInput,
  category: z.optional(z.string()),
  kind: z.optional(z.string()),
  featureType: z.optional(z.string()),
  tag: z.optional(z.string()),
  isTemplate: z.optional(z.boolean()),
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 20),
});

/**
 * The prompts whose names, tags, descriptions or newest texts have all that is looked for, the nearest first.
 *
 * @throws SearchQueryError when there is nothing to look for, or too much
 */
export const searchPrompts = guarded(
  needs.searchPrompts,
  input,
  async (deps: Deps, { range, limit, ...rest }): Promise<PromptSearchOutput> => {
    const { promptVersions, promptSearch } = libraryOf(deps);
    // One more than wanted tells whether there are more.
    const found = await promptSearch.search({
      ...rest,
      scope: await rangeOf(deps, range),
      hidden: await accessOf(deps).hidden(),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const labels = await promptVersions.labelsOf(shown.map(({ prompt }) => prompt.id));
    return {
      hits: shown.map(({ prompt, closeness, matches }) => ({
        prompt: promptView(prompt, labels.get(prompt.id) ?? []),
        closeness,
        matches: matches.map(matchView),
      })),
      more: found.length > limit,
    };
  },
);

function matchView({ field, text, ranges, hasBefore, hasAfter }: PromptHit['matches'][number]) {
  return { field, text, ranges: ranges.map(({ start, end }) => ({ start, end })), hasBefore, hasAfter };
}
