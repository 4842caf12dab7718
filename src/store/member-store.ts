import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { ProjectId } from '../base/ids.js';
import { appendAudit } from './audit-store.js';
import { LastAdminError } from './errors.js';
import { LoginStore } from './login-store.js';
import type { Role } from './role.js';
import type { Database, MembersTable } from './schema.js';
import { Standing } from './standing.js';
import { inTransaction } from './transaction.js';

/** Somebody's role in a project. */
export interface Member {
  /** The login on a server; the name that changes are recorded under, elsewhere. */
  readonly login: string;
  readonly role: Role;
  /** Who said so, and when. */
  readonly actor: string;
  readonly at: Date;
}

/** Who says something, and when. */
type By = Pick<Member, 'actor' | 'at'>;

/** The members of projects, and of the store itself (null), which what belongs to no project goes by. */
export class MemberStore {
  readonly #database: Kysely<Database>;
  #isOwner: Promise<boolean> | undefined;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async list(project: ProjectId | null): Promise<Member[]> {
    return membersOf(this.#database, project);
  }

  /** What somebody may do where: everything, for who made the tables of a server. */
  async standingOf(login: string): Promise<Standing> {
    if (await this.#ownsTables()) return new Standing([]);
    const { rows } = await sql<{ project_id: string | null; role: string | null }>`
      select c.project_id, m.role from closed_places c left join project_members m
      on coalesce(m.project_id, '') = coalesce(c.project_id, '') and m.login = ${login}
    `.execute(this.#database);
    return new Standing(
      rows.map(({ project_id, role }) => ({
        project: project_id as ProjectId | null,
        role: role as Role | null,
      })),
    );
  }

  /** Found out once. When that fails, the next one asks again. */
  #ownsTables(): Promise<boolean> {
    this.#isOwner ??= this.#askOwnership().catch((error) => {
      this.#isOwner = undefined;
      throw error;
    });
    return this.#isOwner;
  }

  async #askOwnership(): Promise<boolean> {
    return (await LoginStore.of(this.#database)?.ownership())?.isOwn ?? false;
  }

  /**
   * Gives a role, in place of the one that somebody had; on record in the audit log. Who gives the first one in a
   * place becomes its admin: otherwise nobody could give another.
   *
   * @returns the roles before
   * @throws LastAdminError when it would leave the place without an admin
   */
  async grant(
    project: ProjectId | null,
    { login, role }: Pick<Member, 'login' | 'role'>,
    by: By,
  ): Promise<Member[]> {
    return inTransaction(this.#database, ['projects'], async (transaction) => {
      const before = await membersOf(transaction, project);
      const first =
        before.length === 0 && login !== by.actor ? [{ login: by.actor, role: 'admin' as const }] : [];
      const given = [...first, { login, role }];
      requireAdmin([...before.filter((one) => given.every((other) => one.login !== other.login)), ...given]);
      for (const member of given) await put(transaction, project, member, before, by);
      return before;
    });
  }

  /**
   * Takes all of somebody's roles away, or none of them; on record in the audit log.
   *
   * @returns how many there were
   * @throws LastAdminError when it would leave a place without an admin
   */
  async revokeAll(login: string, by: By): Promise<number> {
    return inTransaction(this.#database, ['projects'], async (transaction) => {
      const places = await transaction
        .selectFrom('project_members')
        .select('project_id')
        .where('login', '=', login)
        .execute();
      for (const { project_id } of places)
        await remove(transaction, project_id as ProjectId | null, login, by);
      return places.length;
    });
  }

  /**
   * Takes somebody's role away; on record in the audit log.
   *
   * @returns the role that it was; null when there was none
   * @throws LastAdminError when it would leave the place without an admin
   */
  async revoke(project: ProjectId | null, login: string, by: By): Promise<Role | null> {
    return inTransaction(this.#database, ['projects'], (transaction) =>
      remove(transaction, project, login, by),
    );
  }
}

/** The project's id; empty for the store itself. */
const place = sql<string>`coalesce(project_id, '')`;

async function membersOf(database: Kysely<Database>, project: ProjectId | null): Promise<Member[]> {
  const rows = await database
    .selectFrom('project_members')
    .selectAll()
    .where(place, '=', project ?? '')
    .orderBy('login')
    .execute();
  return rows.map(memberFromRow);
}

function requireAdmin(members: readonly Pick<Member, 'role'>[]): void {
  if (!members.some(({ role }) => role === 'admin')) throw new LastAdminError();
}

async function remove(
  transaction: Transaction<Database>,
  project: ProjectId | null,
  login: string,
  by: By,
): Promise<Role | null> {
  const before = await membersOf(transaction, project);
  const member = before.find((one) => one.login === login);
  if (member === undefined) return null;
  requireAdmin(before.filter((one) => one !== member));
  // Before the row goes: who takes the own role away may not write here any more afterwards.
  await appendAudit(transaction, entryOn('member.revoked', login, member.role, null, by), project);
  await transaction
    .deleteFrom('project_members')
    .where(place, '=', project ?? '')
    .where('login', '=', login)
    .execute();
  return member.role;
}

async function put(
  transaction: Transaction<Database>,
  project: ProjectId | null,
  { login, role }: Pick<Member, 'login' | 'role'>,
  before: readonly Member[],
  by: By,
): Promise<void> {
  const had = before.find((one) => one.login === login)?.role ?? null;
  if (had === role) return;
  const said = { role, actor: by.actor, at: by.at.toISOString() };
  await appendAudit(transaction, entryOn('member.granted', login, had, role, by), project);
  if (had === null) {
    await transaction
      .insertInto('project_members')
      .values({ project_id: project, login, ...said })
      .execute();
    return;
  }
  await transaction
    .updateTable('project_members')
    .set(said)
    .where(place, '=', project ?? '')
    .where('login', '=', login)
    .execute();
}

function entryOn(action: string, login: string, before: Role | null, after: Role | null, { actor, at }: By) {
  return {
    at,
    actor,
    action,
    subject: { kind: 'member', id: null, name: login },
    before: before && { role: before },
    after: after && { role: after },
    note: null,
    forced: false,
  } as const;
}

function memberFromRow({ login, role, actor, at }: Selectable<MembersTable>): Member {
  return { login, role: role as Role, actor, at: new Date(at) };
}
