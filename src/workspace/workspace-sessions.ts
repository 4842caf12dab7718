import type { Session } from '../engine/session/session.js';
import { dueStep, type SessionStatus, statusOf } from '../engine/session/session-state.js';
import type { SessionFilter, SessionOrder, SessionSummary } from '../store/session-store.js';
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
    const found = (await this.#ordered({}, 'updated', Number.POSITIVE_INFINITY))
      .filter(({ id }) => id.startsWith(prefix))
      .slice(0, limit);
    return found.map(({ id, title }) => ({ id, title }));
  }

  /** The sessions that are left, the last touched first. */
  async recentNames(limit: number): Promise<{ id: string; title: string }[]> {
    return (await this.#ordered({}, 'updated', limit)).map(({ id, title }) => ({ id, title }));
  }

  async list(filter: SessionFilter, order: SessionOrder, limit: number): Promise<SessionSummary[]> {
    return (await this.#ordered(filter, order, limit)).map(summaryOf);
  }

  /** How many sessions pass the filter, by status. */
  async counts(filter: SessionFilter): Promise<Partial<Record<SessionStatus, number>>> {
    const counts: Partial<Record<SessionStatus, number>> = {};
    for (const { state } of await this.#present(filter)) {
      const status = statusOf(state);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  }

  /** How many sessions each project has: those that came from a database still name theirs. */
  async countsByProject(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { project } of await this.#present({})) {
      if (project !== null) counts.set(project.id, (counts.get(project.id) ?? 0) + 1);
    }
    return counts;
  }

  /** Removes for good what was deleted before a time, with attempts and history; gives how many. */
  purgeDeletedBefore(time: Date): Promise<number> {
    return this.#shelf.removeWhere(
      ({ session: { deletedAt } }) => deletedAt !== null && deletedAt.getTime() < time.getTime(),
    );
  }

  async #ordered(filter: SessionFilter, order: SessionOrder, limit: number): Promise<Session[]> {
    return (await this.#present(filter)).sort(orders[order]).slice(0, limit);
  }

  async #present(filter: SessionFilter): Promise<Session[]> {
    const all = await this.#shelf.readAll();
    return all
      .map(({ session }) => session)
      .filter((session) => session.deletedAt === null && passes(session, filter));
  }
}

const orders: Readonly<Record<SessionOrder, (a: Session, b: Session) => number>> = {
  created: (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || compare(b.id, a.id),
  updated: (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || compare(b.id, a.id),
  title: (a, b) => compare(a.title, b.title) || compare(a.id, b.id),
};

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

function summaryOf(session: Session): SessionSummary {
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
  };
}
