import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import type { PromptFilter, PromptOrder } from '../../store/prompt-store.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { placeAt } from '../paging/place-at.js';
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
  /** Where the page before, in the same order, ended. */
  cursor: z.optional(z.string()),
});

/** The name, or the time in milliseconds, and the id. */
const pageEnd = z.tuple([z.union([z.string(), z.int()]), z.string()]);

/**
 * The prompts that pass a filter, a page of them, and how many there are in all.
 *
 * @throws NotFoundError when the project that was named does not exist
 */
export const listPrompts = guarded(
  needs.listPrompts,
  input,
  async (deps: Deps, { range, limit, sort, cursor, ...rest }): Promise<PromptListOutput> => {
    const { prompts, promptVersions } = libraryOf(deps);
    const hidden = await accessOf(deps).hidden();
    const filter: PromptFilter = { ...rest, scope: await rangeOf(deps, range), hidden };
    const list = `p-${sort}`;
    const after = placeAt(endAt(list, pageEnd, cursor));
    const found = await prompts.list(filter, sort, { limit: limit + 1, after });
    const page = pageOf(found, limit, (prompt) => cursorTo(list, [keyOf(prompt, sort), prompt.id]));
    const labels = await promptVersions.labelsOf(page.shown.map(({ id }) => id));
    const hiding = await hidingNames(
      deps,
      page.shown.flatMap(({ name, project }) => (project === null ? [name] : [])),
    );
    const { count, exact } = await prompts.count(filter);
    return {
      prompts: page.shown.map((prompt) => ({
        ...promptView(prompt, labels.get(prompt.id) ?? []),
        hidden: prompt.project === null && hiding.has(prompt.name),
      })),
      total: count,
      exact,
      cursor: page.cursor,
    };
  },
);

function keyOf({ name, createdAt, updatedAt }: Prompt, order: PromptOrder): string | number {
  return { name, created: createdAt.getTime(), updated: updatedAt.getTime() }[order];
}

/** Those of the names of global prompts that the project in force has for prompts of its own. */
async function hidingNames(deps: Deps, names: readonly string[]): Promise<ReadonlySet<string>> {
  const scope = await scopeHere(deps);
  return scope === null ? new Set() : libraryOf(deps).prompts.ownNames(scope, names);
}
