import * as z from 'zod/mini';
import { sessionStatuses } from '../../engine/session/session-state.js';
import type { SessionFilter } from '../../store/session-store.js';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { namedProject } from '../project/named-project.js';
import type { ListOutput } from './outputs.js';

const input = z.object({
  project: z.optional(z.string()),
  status: z.optional(z.enum(sessionStatuses)),
  featureType: z.optional(z.string()),
  since: z.optional(z.date()),
  limit: z._default(z.int().check(z.positive(), z.maximum(100_000)), 50),
  sort: z._default(z.enum(['created', 'updated', 'title']), 'updated'),
});

/**
 * The newest sessions that pass the filter, and how many there are of each status.
 *
 * @throws NotFoundError when the project does not exist
 */
export const listSessions = operation(input, async (deps: Deps, query): Promise<ListOutput> => {
  const { store } = deps;
  const project = (await namedProject(deps, query.project))?.id;
  const filter: SessionFilter = {
    project,
    status: query.status,
    featureType: query.featureType,
    since: query.since,
  };
  const sessions = await store.sessions.list(filter, query.sort, query.limit);
  const counted = await store.sessions.counts(filter);
  const counts = { planning: 0, analysis: 0, implementation: 0, completed: 0, cancelled: 0, ...counted };
  return {
    sessions: sessions.map(({ project: owner, ...session }) => ({
      ...session,
      project: owner && { id: owner.id, name: owner.name },
    })),
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
});
