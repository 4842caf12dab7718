/** The shapes that store operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';

const text = z.string();
const count = z.number();

export const dbCurrentOutput = z.object({
  location: text,
  /** Where the location was configured. */
  origin: text,
  schema: count,
  newest: count,
  sizeBytes: z.nullable(count),
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
});

export const dbBackupOutput = z.object({ location: text, file: text, sizeBytes: count });

export type DbCurrentOutput = z.infer<typeof dbCurrentOutput>;
export type DbHistoryOutput = z.infer<typeof dbHistoryOutput>;
export type DbMigrateOutput = z.infer<typeof dbMigrateOutput>;
export type DbBackupOutput = z.infer<typeof dbBackupOutput>;
