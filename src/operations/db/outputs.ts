/** The shapes that store operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { storeChecks } from '../../store/check/check-store.js';

const text = z.string();
const count = z.number();

export const dbCurrentOutput = z.object({
  location: text,
  /** Where the location was configured. */
  origin: text,
  schema: count,
  newest: count,
  sizeBytes: count,
  next: z.nullable(text),
});

export const dbHistoryOutput = z.object({
  location: text,
  migrations: z.array(z.object({ number: count, name: text, appliedAt: z.nullable(z.date()) })),
});

export const dbMigrateOutput = z.object({
  location: text,
  from: count,
  to: count,
  applied: z.array(text),
  /** The copy that was made before; null when nothing had to be done. */
  backup: z.nullable(text),
  /** What the older schema had no place for: rows of a table, or values of one of its columns. */
  losses: z.array(z.object({ table: text, column: z.nullable(text), rows: count })),
});

export const dbBackupOutput = z.object({ location: text, file: text, sizeBytes: count });

export const dbRevokeOutput = z.object({
  login: text,
  /** How many roles it had. */
  roles: count,
});

export type DbRevokeOutput = z.infer<typeof dbRevokeOutput>;
export const dbCheckOutput = z.object({
  location: text,
  sound: z.boolean(),
  findings: z.array(z.object({ check: z.enum(storeChecks), says: text })),
  /** The newest backup beside a file that something is wrong with; null when there is none. */
  backup: z.nullable(text),
});

export const dbExportOutput = z.object({
  location: text,
  file: text,
  sizeBytes: count,
  schema: count,
  rows: count,
  withSecrets: z.boolean(),
  /** In how many places a mark stands for a credential. */
  redacted: count,
});

/** Of an import, and of a restored backup. */
export const dbImportOutput = z.object({
  location: text,
  file: text,
  /** The schema of what was taken in. */
  schema: count,
  rows: count,
  /** Where what was there before is now; null when the store was empty. */
  kept: z.nullable(text),
});

/** With the log of changes of a file, in bytes. */
export const dbVacuumOutput = z.object({ location: text, beforeBytes: count, afterBytes: count });

export const dbUrlOutput = z.object({
  /** A file's path, or a server's address without its password. */
  location: text,
  kind: z.enum(['file', 'server']),
  /** Where the location was configured. */
  origin: text,
});

export type DbCurrentOutput = z.infer<typeof dbCurrentOutput>;
export type DbHistoryOutput = z.infer<typeof dbHistoryOutput>;
export type DbMigrateOutput = z.infer<typeof dbMigrateOutput>;
export type DbBackupOutput = z.infer<typeof dbBackupOutput>;
export type DbCheckOutput = z.infer<typeof dbCheckOutput>;
export type DbExportOutput = z.infer<typeof dbExportOutput>;
export type DbImportOutput = z.infer<typeof dbImportOutput>;
export type DbVacuumOutput = z.infer<typeof dbVacuumOutput>;
export type DbUrlOutput = z.infer<typeof dbUrlOutput>;
