import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { findWholePrompt } from './find-prompt.js';
import type { PromptVersionsOutput } from './read-outputs.js';
import { promptView, versionView } from './views/prompt-view.js';

const input = z.object({
  prompt: z.string(),
  limit: z._default(z.int().check(z.positive(), z.maximum(100_000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The number of a version. */
const pageEnd = z.tuple([z.int()]);

/**
 * The versions of a prompt, the newest first, a page of them.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const listVersions = guarded(
  needs.listVersions,
  input,
  async (deps: Deps, given): Promise<PromptVersionsOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const { promptVersions } = libraryOf(deps);
    const labels = await promptVersions.labels(prompt.id);
    const list = `versions-${prompt.id}`;
    const after = endAt(list, pageEnd, given.cursor);
    const found = await promptVersions.versions(prompt.id, { limit: given.limit + 1, after });
    const { shown, cursor } = pageOf(found, given.limit, ({ number }) => cursorTo(list, [number]));
    return {
      prompt: promptView(prompt, labels),
      versions: shown.map((version) => versionView(version, labels)),
      // They are numbered from 1, and stay.
      total: prompt.latest,
      cursor,
    };
  },
);
