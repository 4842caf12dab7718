import { isDeepStrictEqual } from 'node:util';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { FoundEntry } from '../prompts/audit-chain.js';
import { type AuditEntry, auditSubjectKinds } from '../prompts/audit-entry.js';
import type { AuditLogTable } from './schema.js';

/** A row as it is read: `forced` as text, because the driver fails on numbers that are too large for it. */
export type FoundAuditRow = Omit<Selectable<AuditLogTable>, 'forced' | 'project_id'> & {
  readonly forced: string;
};

/** What is read of a row. */
export const auditColumns = [
  'number',
  'at',
  'actor',
  'action',
  'subject_kind',
  'subject_id',
  'subject',
  'before',
  'after',
  'note',
  sql<string>`cast(forced as text)`.as('forced'),
  'previous_hash',
  'hash',
] as const;

/** All of an entry but its project, which is found out when it is written. */
export function auditToRow(entry: AuditEntry): Omit<Insertable<AuditLogTable>, 'project_id'> {
  return {
    number: entry.number,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id,
    subject: entry.subject.name,
    before: entry.before === null ? null : JSON.stringify(entry.before),
    after: entry.after === null ? null : JSON.stringify(entry.after),
    note: entry.note,
    forced: entry.forced ? 1 : 0,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

/** An entry as it stands in the store. One that this program would have written otherwise is not readable. */
export function auditFromRow(row: FoundAuditRow): FoundEntry {
  const place = { number: row.number, previousHash: row.previous_hash, hash: row.hash };
  return { place, entry: readOrNull(row) };
}

function readOrNull(row: FoundAuditRow): AuditEntry | null {
  try {
    const entry = read(row);
    if (entry === null) return null;
    const written = auditToRow(entry);
    return isDeepStrictEqual({ ...written, forced: String(written.forced) }, { ...row }) ? entry : null;
  } catch (error) {
    // What is no JSON, no time, or nested too deeply.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function read(row: FoundAuditRow): AuditEntry | null {
  const kind = auditSubjectKinds.find((known) => known === row.subject_kind);
  if (kind === undefined || !isText(row)) return null;
  return {
    number: row.number,
    at: new Date(row.at),
    actor: row.actor,
    action: row.action,
    subject: { kind, id: row.subject_id, name: row.subject },
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    note: row.note,
    forced: row.forced === '1',
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** SQLite takes bytes in a column of texts. */
function isText({ number: _, ...texts }: FoundAuditRow): boolean {
  return Object.values(texts).every((value: unknown) => typeof value === 'string' || value === null);
}
