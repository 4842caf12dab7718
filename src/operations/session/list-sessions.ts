import * as z from 'zod/mini';
import { sessionStatuses } from '../../engine/session/session-state.js';
import type { SessionFilter, SessionOrder, SessionSummary } from '../../store/session-store.js';
import { recordAccessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { placeAt } from '../paging/place-at.js';
import { namedProject } from '../project/named-project.js';
import type { ListOutput } from './outputs.js';
import { totalOf } from './total-of.js';

const input = z.object({
  project: z.optional(z.string()),
  status: z.optional(z.enum(sessionStatuses)),
  featureType: z.optional(z.string()),
  since: z.optional(z.date()),
  limit: z._default(z.int().check(z.positive(), z.maximum(100_000)), 50),
  sort: z._default(z.enum(['created', 'updated', 'title']), 'updated'),
  /** Where the page before, in the same order, ended. */
  cursor: z.optional(z.string()),
});

/** The title, or the time in milliseconds, and the id. */
const pageEnd = z.tuple([z.union([z.string(), z.int()]), z.string()]);

/**
 * The sessions that pass the filter, a page of them, and how many there are of each status.
 *
 * @throws NotFoundError when the project does not exist
 */
export const listSessions = guarded(
  needs.listSessions,
  input,
  async (deps: Deps, query): Promise<ListOutput> => {
    const { store } = deps;
    const project = (await namedProject(deps, query.project))?.id;
    const filter: SessionFilter = {
      project,
      status: query.status,
      featureType: query.featureType,
      since: query.since,
      hidden: await recordAccessOf(deps).hidden(),
    };
    const list = `s-${query.sort}`;
    const after = placeAt(endAt(list, pageEnd, query.cursor));
    const found = await store.sessions.list(filter, query.sort, { limit: query.limit + 1, after });
    const page = pageOf(found, query.limit, (last) => cursorTo(list, [keyOf(last, query.sort), last.id]));
    const counted = await store.sessions.counts(filter);
    return {
      sessions: page.shown.map(({ project: owner, ...session }) => ({
        ...session,
        project: owner && { id: owner.id, name: owner.name },
      })),
      counts: {
        planning: counted.planning.count,
        analysis: counted.analysis.count,
        implementation: counted.implementation.count,
        completed: counted.completed.count,
        cancelled: counted.cancelled.count,
      },
      uncounted: sessionStatuses.filter((status) => !counted[status].exact),
      ...totalOf(counted),
      cursor: page.cursor,
    };
  },
);

function keyOf({ title, createdAt, updatedAt }: SessionSummary, order: SessionOrder): string | number {
  return { title, created: createdAt.getTime(), updated: updatedAt.getTime() }[order];
}
