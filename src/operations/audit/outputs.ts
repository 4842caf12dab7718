/** The shapes that operations on the audit log give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { auditSubjectKinds } from '../../prompts/audit-entry.js';

const text = z.string();
const count = z.number();
/** Any JSON value; its keys are as they were recorded. */
const json = z.unknown();

const auditEntryView = z.object({
  number: count,
  at: z.date(),
  actor: text,
  /** For programs: `prompt.created`, `setting.set`. */
  action: text,
  subject: z.object({ kind: z.enum(auditSubjectKinds), id: z.nullable(text), name: text }),
  /** As it was, and as it is since, without credentials; null when there was or is nothing. */
  before: json,
  after: json,
  note: z.nullable(text),
  /** Whether a protection was overruled. */
  forced: z.boolean(),
  hash: text,
});

export const auditListOutput = z.object({
  /** The newest first. */
  entries: z.array(auditEntryView),
  /** The numbers of entries that somebody has changed so that they cannot be read. */
  unreadable: z.array(count),
  /** Where the next page begins; null on the last. */
  cursor: z.nullable(text),
  next: text,
});

/** An entry's number and hash, to be noted elsewhere. */
const auditMark = z.object({ number: count, hash: text });

export const auditVerifyOutput = z.object({
  /** Whether the chain is unbroken, and holds the entry that was expected. */
  sound: z.boolean(),
  entries: count,
  /** Where the chain is broken, by the numbers of the entries; the first 100 places. */
  breaks: z.array(z.object({ kind: z.enum(['changed', 'missing', 'not-linked']), from: count, to: count })),
  /** How many such places there are. */
  broken: count,
  /** Rows with numbers that are never given. */
  strays: count,
  /** The last entry; null when there is none. */
  last: z.nullable(auditMark),
  /** What was noted earlier, and how it stands now; null when nothing was given. */
  expected: z.nullable(z.extend(auditMark, { found: z.enum(['as-noted', 'other', 'missing']) })),
  next: z.nullable(text),
});

export type AuditEntryView = z.infer<typeof auditEntryView>;
export type AuditListOutput = z.infer<typeof auditListOutput>;
export type AuditVerifyOutput = z.infer<typeof auditVerifyOutput>;
