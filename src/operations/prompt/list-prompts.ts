import * as z from 'zod/mini';
import type { PromptFilter } from '../../store/prompt-store.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { operation } from '../operation.js';
import { rangeInput, rangeOf, scopeHere } from './prompt-scope.js';
import type { PromptListOutput } from './read-outputs.js';
import { promptView } from './views/prompt-view.js';

const input = z.object({
  range: rangeInput,
  category: z.optional(z.string()),
  kind: z.optional(z.string()),
  featureType: z.optional(z.string()),
  tag: z.optional(z.string()),
  label: z.optional(z.string()),
  isTemplate: z.optional(z.boolean()),
  /** The deleted ones, instead of those that are there. */
  isDeleted: z.optional(z.boolean()),
  limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 50),
  sort: z._default(z.enum(['name', 'updated', 'created']), 'name'),
});

/**
 * The prompts that pass a filter, and how many there are in all.
 *
 * @throws NotFoundError when the project that was named does not exist
 */
export const listPrompts = operation(
  input,
  async (deps: Deps, { range, limit, sort, ...rest }): Promise<PromptListOutput> => {
    const { prompts } = libraryOf(deps);
    const filter: PromptFilter = { ...rest, scope: await rangeOf(deps, range) };
    const found = await prompts.list(filter, sort, limit);
    const labels = await prompts.labelsOf(found.map(({ id }) => id));
    const hiding = await hidingNames(
      deps,
      found.flatMap(({ name, project }) => (project === null ? [name] : [])),
    );
    return {
      prompts: found.map((prompt) => ({
        ...promptView(prompt, labels.get(prompt.id) ?? []),
        hidden: prompt.project === null && hiding.has(prompt.name),
      })),
      total: await prompts.count(filter),
    };
  },
);

/** Those of the names of global prompts that the project in force has for prompts of its own. */
async function hidingNames(deps: Deps, names: readonly string[]): Promise<ReadonlySet<string>> {
  const scope = await scopeHere(deps);
  return scope === null ? new Set() : libraryOf(deps).prompts.ownNames(scope, names);
}
