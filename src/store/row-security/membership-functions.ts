import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/**
 * What the rules of rows ask: the same as `Standing` says to operations. They look into the members with the rights
 * of the tables' owner, and ask who has logged in. Each takes a role, and is asked once a statement.
 */
export async function createMembershipFunctions(executor: QueryExecutorProvider): Promise<void> {
  await sql`
    create function role_rank(role text) returns integer language sql immutable
    as $$ select array_position(array['reader', 'editor', 'admin'], role) $$
  `.execute(executor);
  await sql`
    create function global_permits(needed text) returns boolean
    language sql stable security definer set search_path from current as $$
      select not exists (select 1 from project_members where project_id is null) or role_rank(needed) <= coalesce(
        (select role_rank(role) from project_members where project_id is null and login = session_user),
        (select 1 from project_members where login = session_user limit 1),
        0
      )
    $$
  `.execute(executor);
  await sql`
    create function closed_to(needed text) returns text[]
    language sql stable security definer set search_path from current as $$
      select coalesce(array_agg(project_id), '{}') from (
        select project_id from project_members where project_id is not null group by project_id
        having coalesce(max(role_rank(role)) filter (where login = session_user), 0) < role_rank(needed)
      ) closed
      where not exists (
        select 1 from project_members where project_id is null and login = session_user and role = 'admin'
      )
    $$
  `.execute(executor);
  await sql`
    create function session_permits(session text, needed text) returns boolean
    language sql stable security definer set search_path from current as $$
      select coalesce((
        select case when project_id is null then global_permits(needed)
          else project_id <> all (closed_to(needed)) end
        from orchestration_sessions where id = session
      ), true)
    $$
  `.execute(executor);
  await createLastAdminTrigger(executor);
}

/** The owner may take anybody away, to put things right. */
async function createLastAdminTrigger(executor: QueryExecutorProvider): Promise<void> {
  await sql`
    create function keep_an_admin() returns trigger language plpgsql set search_path from current as $$
    begin
      if old.role = 'admin' and row_security_active('project_members')
        and (old.project_id is null or exists (select 1 from projects where id = old.project_id))
        and not exists (
          select 1 from project_members
          where coalesce(project_id, '') = coalesce(old.project_id, '') and role = 'admin'
        )
      then
        raise exception 'the last admin cannot be taken away' using errcode = '42501';
      end if;
      return null;
    end $$
  `.execute(executor);
  await sql`
    create trigger project_members_keep_admin after update or delete on project_members
    for each row execute function keep_an_admin()
  `.execute(executor);
}

/**
 * Has the functions look into temporary tables last: otherwise a login could put a table of members of its own before
 * the one that counts (https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY).
 */
export async function pinMembershipFunctions(
  executor: QueryExecutorProvider,
  place: RawBuilder<unknown>,
): Promise<void> {
  for (const name of [
    'global_permits(text)',
    'closed_to(text)',
    'session_permits(text, text)',
    'keep_an_admin()',
  ]) {
    await sql`alter function ${sql.raw(name)} set search_path to ${place}, pg_temp`.execute(executor);
  }
}

export async function dropMembershipFunctions(executor: QueryExecutorProvider): Promise<void> {
  await sql`drop trigger project_members_keep_admin on project_members`.execute(executor);
  for (const name of [
    'keep_an_admin()',
    'session_permits(text, text)',
    'closed_to(text)',
    'global_permits(text)',
    'role_rank(text)',
  ]) {
    await sql`drop function ${sql.raw(name)}`.execute(executor);
  }
}
