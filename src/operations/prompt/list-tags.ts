import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { operation } from '../operation.js';
import { rangeInput, rangeOf } from './prompt-scope.js';
import type { PromptTagsOutput } from './read-outputs.js';

/** The tags of the prompts, by name, with how many prompts have each. */
export const listTags = operation(
  z.object({ range: rangeInput }),
  async (deps: Deps, { range }): Promise<PromptTagsOutput> => ({
    tags: await libraryOf(deps).prompts.tagCounts({ scope: await rangeOf(deps, range) }),
  }),
);
