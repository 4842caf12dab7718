import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ProcessIdentity } from '../base/process/process-identity.js';

interface OwnerColumns {
  readonly owner_host: string | null;
  readonly owner_pid: number | null;
  readonly owner_started: string | null;
}

/** Which process is at a piece of work, as its row says it. */
export function ownerColumns(owner: ProcessIdentity | null) {
  return {
    owner_host: owner?.host ?? null,
    owner_pid: owner?.pid ?? null,
    owner_started: owner?.started ?? null,
  };
}

/** Null when none is at it. */
export function ownerOf({ owner_host, owner_pid, owner_started }: OwnerColumns): ProcessIdentity | null {
  if (owner_host === null || owner_pid === null || owner_started === null) return null;
  return { host: owner_host, pid: owner_pid, started: owner_started };
}

/** The condition that a process is at it. */
export function isOwnedBy({ host, pid, started }: ProcessIdentity): RawBuilder<SqlBool> {
  return sql`owner_host = ${host} and owner_pid = ${pid} and owner_started = ${started}`;
}

/** The condition that no process is at it, or only one that is known to be gone. */
export function isFreeOf(gone: ProcessIdentity | null): RawBuilder<SqlBool> {
  return gone === null ? sql`owner_pid is null` : sql`(owner_pid is null or (${isOwnedBy(gone)}))`;
}
