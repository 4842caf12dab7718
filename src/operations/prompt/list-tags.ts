import * as z from 'zod/mini';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { rangeInput, rangeOf } from './prompt-scope.js';
import type { PromptTagsOutput } from './read-outputs.js';

/** The tags of the prompts, by name, with how many prompts have each. */
export const listTags = guarded(
  needs.listTags,
  z.object({ range: rangeInput }),
  async (deps: Deps, { range }): Promise<PromptTagsOutput> => ({
    tags: await libraryOf(deps).prompts.tagCounts({
      scope: await rangeOf(deps, range),
      hidden: await accessOf(deps).hidden(),
    }),
  }),
);
