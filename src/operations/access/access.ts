import type { ProjectId } from '../../base/ids.js';
import type { MemberStore } from '../../store/member-store.js';
import { covers, type Role } from '../../store/role.js';
import { type Hidden, Standing } from '../../store/standing.js';
import type { Deps } from '../deps.js';
import { NotPermittedError } from './errors.js';

/** Of a project what checks have to know; null for what belongs to none. */
export type Place = { readonly id: ProjectId; readonly name?: string } | null;

type Members = Pick<MemberStore, 'standingOf' | 'list'>;

/** What who works here may do, and the role that the running operation asks for. Asked once an operation. */
export class Access {
  readonly role: Role;
  readonly #members: Members | null;
  readonly #actor: string;
  #standing: Promise<Standing> | undefined;

  constructor(role: Role, members: Members | null, actor: string) {
    this.role = role;
    this.#members = members;
    this.#actor = actor;
  }

  /** The same for another role. */
  as(role: Role): Access {
    const other = new Access(role, this.#members, this.#actor);
    other.#standing = this.standing();
    // It may fail before anybody asks for it: who asks is told then, and the process must not end of it.
    other.#standing.catch(() => {});
    return other;
  }

  standing(): Promise<Standing> {
    this.#standing ??= this.#members?.standingOf(this.#actor) ?? Promise.resolve(new Standing([]));
    return this.#standing;
  }

  async canRead(project: ProjectId | null): Promise<boolean> {
    return covers((await this.standing()).roleIn(project), 'reader');
  }

  /** What lists leave out, and what is done to many leaves alone. */
  async hidden(): Promise<Hidden | undefined> {
    return (await this.standing()).hiddenFrom(this.role);
  }

  /** @throws NotPermittedError when the operation asks for a higher role than the actor's */
  async require(place: Place, needed: Role = this.role): Promise<void> {
    const has = (await this.standing()).roleIn(place?.id ?? null);
    if (covers(has, needed)) return;
    throw new NotPermittedError({
      actor: this.#actor,
      has,
      needed,
      place,
      admins: await this.#adminsOf(place),
    });
  }

  /** @throws NotPermittedError unless the role holds everywhere */
  async requireEverywhere(): Promise<void> {
    const hidden = await this.hidden();
    if (hidden === undefined) return;
    const [project] = hidden.projects;
    await this.require(project === undefined ? null : { id: project });
  }

  async #adminsOf(place: Place): Promise<string[]> {
    const members = (await this.#members?.list(place?.id ?? null)) ?? [];
    return members.filter(({ role }) => role === 'admin').map(({ login }) => login);
  }
}

/** The access of the running operation; outside of any, that of somebody who reads. */
export function accessOf({ access, library, store, config }: Deps): Access {
  return access ?? new Access('reader', library?.members ?? store.members, config.values.actor);
}

/** The same operation, for what it only looks at. */
export function reading<D extends Deps>(deps: D): D & { readonly access: Access } {
  return { ...deps, access: accessOf(deps).as('reader') };
}

/**
 * The access to sessions and projects: those of a workspace are files, open to whoever can read them.
 */
export function recordAccessOf(deps: Deps): Access {
  if (deps.store.members !== null) return accessOf(deps);
  return new Access(accessOf(deps).role, null, deps.config.values.actor);
}

/** Those that the actor may see. */
export async function readable<Item>(
  access: Access,
  items: readonly Item[],
  projectOf: (item: Item) => ProjectId | null,
): Promise<Item[]> {
  const standing = await access.standing();
  return items.filter((item) => covers(standing.roleIn(projectOf(item)), 'reader'));
}
