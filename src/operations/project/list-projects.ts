import * as z from 'zod/mini';
import { recordAccessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { whereabouts } from './current-project.js';
import type { ProjectListOutput } from './outputs.js';

const input = z.object({
  archived: z._default(z.boolean(), false),
  limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The name. */
const pageEnd = z.tuple([z.string()]);
const LIST = 'projects';

/** The projects by name, a page of them, with their number of sessions and which one is in force here. */
export const listProjects = guarded(
  needs.listProjects,
  input,
  async (deps: Deps, { archived, limit, cursor }): Promise<ProjectListOutput> => {
    const { project: current } = await whereabouts(deps);
    const { projects, sessions } = deps.store;
    const after = endAt(LIST, pageEnd, cursor);
    const found = await projects.list(
      { isInUse: !archived, hidden: await recordAccessOf(deps).hidden() },
      { limit: limit + 1, after },
    );
    const page = pageOf(found, limit, ({ name }) => cursorTo(LIST, [name]));
    const counts = await sessions.countsOfProjects(page.shown.map(({ id }) => id));
    return {
      projects: page.shown.map((project) => {
        const { count, exact } = counts.get(project.id) ?? { count: 0, exact: true };
        return { ...project, current: project.id === current?.id, sessions: count, exact };
      }),
      cursor: page.cursor,
    };
  },
);
