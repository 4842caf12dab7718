import { sha256 } from '../base/checksum.js';

/** What an entry of the audit log may be about. */
export const auditSubjectKinds = [
  'prompt',
  'template',
  'label',
  'setting',
  'execution',
  'session',
  'batch',
  'run',
  'alias',
  'member',
] as const;
export type AuditSubjectKind = (typeof auditSubjectKinds)[number];

/** An entry of the audit log before it has its place in the chain. */
export interface NewAuditEntry {
  readonly at: Date;
  readonly actor: string;
  /** What was done, for programs: `prompt.created`, `label.moved`. */
  readonly action: string;
  readonly subject: { readonly kind: AuditSubjectKind; readonly id: string | null; readonly name: string };
  /** JSON values: as it was, and as it is since; null when there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  readonly note: string | null;
  /** Whether a protection was overruled. */
  readonly forced: boolean;
}

/** Where an entry stands in the chain. */
export interface AuditPlace {
  /** From 1, without gaps. */
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** An entry of the audit log: who changed what, and when. */
export interface AuditEntry extends NewAuditEntry, AuditPlace {}

/** The hash that the first entry stands on. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over its place, the hash of the entry before, and everything it says. Who
 * changes or removes an entry has to change all that follow.
 *
 * @returns hexadecimal
 */
export function auditHash(number: number, previousHash: string, entry: NewAuditEntry): string {
  const { at, actor, action, subject, before, after, note, forced } = entry;
  return sha256(
    JSON.stringify([
      number,
      previousHash,
      at.toISOString(),
      actor,
      action,
      [subject.kind, subject.id, subject.name],
      before,
      after,
      note,
      forced,
    ]),
  );
}
