import type { ProjectId } from '../base/ids.js';
import { covers, type Role } from './role.js';

/** What somebody may not touch: rows of these projects, and those that belong to no project. */
export interface Hidden {
  readonly projects: readonly ProjectId[];
  readonly global: boolean;
}

/** A project that has members, or the store itself (null), and what somebody is there. */
export interface ClosedPlace {
  readonly project: ProjectId | null;
  readonly role: Role | null;
}

/**
 * What somebody may do where. A place without members is open: everybody who can open the store is its admin. An
 * admin of the store is one everywhere, and who is a member of any project reads what belongs to none.
 */
export class Standing {
  readonly #closed: ReadonlyMap<ProjectId | null, Role | null>;

  constructor(closed: readonly ClosedPlace[]) {
    this.#closed = new Map(closed.map(({ project, role }) => [project, role]));
  }

  /** @param project null for what belongs to no project */
  roleIn(project: ProjectId | null): Role | null {
    const inStore = this.#closed.get(null);
    const role = this.#closed.get(project);
    if (role === undefined || inStore === 'admin') return 'admin';
    return role ?? (project === null && this.#isMember() ? 'reader' : null);
  }

  /** What somebody may not touch in a role; undefined when that is nothing. */
  hiddenFrom(needed: Role): Hidden | undefined {
    const lacking = [...this.#closed.keys()].filter((project) => !covers(this.roleIn(project), needed));
    if (lacking.length === 0) return undefined;
    return { projects: lacking.filter((project) => project !== null), global: lacking.includes(null) };
  }

  #isMember(): boolean {
    return [...this.#closed.values()].some((role) => role !== null);
  }
}
