import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { permits } from './row-rules.js';
import { isProtected } from './team-policies.js';

/**
 * Who deletes, brings back, renames or moves a prompt changes what its protected labels mean to everybody, so that it
 * takes an admin as moving them does. A policy sees a row before or after a change; this sees both.
 */
export async function createLabelProtection(
  executor: QueryExecutorProvider,
  place: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    create function keep_protected_labels() returns trigger language plpgsql
    set search_path to ${place}, pg_temp as $$
    declare
      goes boolean := tg_op = 'DELETE';
    begin
      if row_security_active('prompts')
        and (goes or (new.name, new.project_id, new.deleted_at) is distinct from (old.name, old.project_id, old.deleted_at))
        and exists (select 1 from prompt_labels l where l.prompt_id = old.id and ${sql.raw(isProtected('l.label'))})
        and not (${sql.raw(permits('old.project_id', 'admin'))} and (goes or ${sql.raw(permits('new.project_id', 'admin'))}))
      then
        raise exception 'the prompt carries a protected label' using errcode = '42501';
      end if;
      if goes then return old; end if;
      return new;
    end $$
  `.execute(executor);
  await sql`
    create trigger prompts_keep_protected_labels before update or delete on prompts
    for each row execute function keep_protected_labels()
  `.execute(executor);
}

export async function dropLabelProtection(executor: QueryExecutorProvider): Promise<void> {
  await sql`drop trigger prompts_keep_protected_labels on prompts`.execute(executor);
  await sql`drop function keep_protected_labels()`.execute(executor);
}
