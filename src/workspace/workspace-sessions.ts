import type { ProjectId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { dueStep, type SessionStatus, sessionStatuses, statusOf } from '../engine/session/session-state.js';
import { type BoundedCount, boundedCount } from '../store/bounded-count.js';
import type { SessionFilter, SessionOrder, SessionPage, SessionSummary } from '../store/session-store.js';
import type { KeptSession } from './kept-session.js';
import type { SessionShelf } from './session-shelf.js';

/** Looking up the sessions of a workspace. */
export class WorkspaceSessions {
  readonly #shelf: SessionShelf;

  constructor(shelf: SessionShelf) {
    this.#shelf = shelf;
  }

  /** The sessions whose id begins with a prefix, deleted ones too; two at most. Case does not count. */
  async withIdPrefix(prefix: string): Promise<Session[]> {
    const ids = (await this.#shelf.ids()).filter((id) => id.toLowerCase().startsWith(prefix.toLowerCase()));
    const found = await Promise.all(ids.slice(0, 2).map((id) => this.#shelf.read(id)));
    return found.filter((kept) => kept !== null).map(({ session }) => session);
  }

  /** The sessions with exactly this title; two at most. */
  async titled(title: string): Promise<Session[]> {
    return (await this.#present({})).filter((session) => session.title === title).slice(0, 2);
  }

  /** The sessions whose id begins so, the last touched first. */
  async beginningWith(prefix: string, limit: number): Promise<{ id: string; title: string }[]> {
    const found = (await this.#ordered({}, 'updated'))
      .filter(({ id }) => id.startsWith(prefix))
      .slice(0, limit);
    return found.map(({ id, title }) => ({ id, title }));
  }

  /** The sessions that are left, the last touched first. */
  async recentNames(limit: number): Promise<{ id: string; title: string }[]> {
    return (await this.#ordered({}, 'updated')).slice(0, limit).map(({ id, title }) => ({ id, title }));
  }

  /** The sessions that pass the filter, a page of them: by title, or the newest first. */
  async list(
    filter: SessionFilter,
    order: SessionOrder,
    { limit, after }: SessionPage,
  ): Promise<SessionSummary[]> {
    const { compare, isBehind } = orders[order];
    const sessions = (await this.#kept(filter)).sort((a, b) => compare(a.session, b.session)).map(summaryOf);
    const left = after === undefined ? sessions : sessions.filter((session) => isBehind(session, after));
    return left.slice(0, limit);
  }

  /** How many sessions pass the filter, by status. */
  async counts(filter: SessionFilter): Promise<Readonly<Record<SessionStatus, BoundedCount>>> {
    const present = await this.#present(filter);
    const counted = sessionStatuses.map((status) => {
      const count = present.filter(({ state }) => statusOf(state) === status).length;
      return [status, boundedCount(count)] as const;
    });
    return Object.fromEntries(counted) as Record<SessionStatus, BoundedCount>;
  }

  /** How many sessions projects have: those that came from a database still name theirs. */
  async countsOfProjects(projects: readonly ProjectId[]): Promise<ReadonlyMap<string, BoundedCount>> {
    const present = await this.#present({});
    const countOf = (id: ProjectId) => present.filter(({ project }) => project?.id === id).length;
    return new Map(projects.map((id) => [id, boundedCount(countOf(id))]));
  }

  /** How many sessions a project has, all of them counted. */
  async countOfProject(project: ProjectId): Promise<number> {
    return (await this.#present({ project })).length;
  }

  /** Removes for good what was deleted before a time, with attempts and history; gives how many. */
  purgeDeletedBefore(time: Date): Promise<number> {
    return this.#shelf.removeWhere(
      ({ session: { deletedAt } }) => deletedAt !== null && deletedAt.getTime() < time.getTime(),
    );
  }

  async #ordered(filter: SessionFilter, order: SessionOrder): Promise<Session[]> {
    return (await this.#present(filter)).sort(orders[order].compare);
  }

  async #present(filter: SessionFilter): Promise<Session[]> {
    return (await this.#kept(filter)).map(({ session }) => session);
  }

  async #kept(filter: SessionFilter): Promise<KeptSession[]> {
    const all = await this.#shelf.readAll();
    return all.filter(({ session }) => session.deletedAt === null && passes(session, filter));
  }
}

/** What a session is sorted by, and whether the least comes first. */
interface Sorting {
  compare(a: Session, b: Session): number;
  isBehind(session: SessionSummary, end: PlaceInOrder): boolean;
}

type PlaceInOrder = NonNullable<SessionPage['after']>;

const orders: Readonly<Record<SessionOrder, Sorting>> = {
  created: sorting(({ createdAt }) => createdAt.toISOString(), -1),
  updated: sorting(({ updatedAt }) => updatedAt.toISOString(), -1),
  title: sorting(({ title }) => title, 1),
};

function sorting(
  keyOf: (session: Pick<Session, 'createdAt' | 'updatedAt' | 'title'>) => string,
  sign: 1 | -1,
): Sorting {
  const comparePlaces = (a: PlaceInOrder, b: PlaceInOrder) =>
    sign * (compare(a[0], b[0]) || compare(a[1], b[1]));
  return {
    compare: (a, b) => comparePlaces([keyOf(a), a.id], [keyOf(b), b.id]),
    isBehind: (session, end) => comparePlaces([keyOf(session), session.id], end) > 0,
  };
}

/** As databases compare: by the bytes, in no language's order. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function passes(session: Session, { project, status, featureType, since }: SessionFilter): boolean {
  return (
    (project === undefined || session.project?.id === project) &&
    (status === undefined || statusOf(session.state) === status) &&
    (featureType === undefined || session.featureType === featureType) &&
    (since === undefined || session.createdAt.getTime() >= since.getTime())
  );
}

function summaryOf({ session, history }: KeptSession): SessionSummary {
  const { project } = session;
  return {
    id: session.id,
    title: session.title,
    status: statusOf(session.state),
    step: dueStep(session.state),
    project: project && { id: project.id, name: project.name },
    featureType: session.featureType,
    complexity: session.complexity,
    timeEstimate: session.timeEstimate,
    createdBy: session.createdBy,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    movedBy: history.at(-1)?.actor ?? null,
  };
}
