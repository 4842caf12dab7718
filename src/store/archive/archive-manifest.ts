import * as z from 'zod/mini';

export const FORMAT = 'prompt-runner archive';
export const FORMAT_VERSION = 1;
export const MANIFEST_NAME = 'manifest.json';

/** A text of a row is at most as long as a text of this program can be; nothing larger was ever written. */
export const MOST_PIECE_BYTES = 512 * 1024 * 1024;

const count = z.int().check(z.nonnegative());

const archivedPiece = z.strictObject({
  name: z.string().check(z.regex(/^tables\/[a-z0-9_]{1,60}\/[0-9]{1,9}\.jsonl$/)),
  rows: count,
  bytes: count.check(z.lte(MOST_PIECE_BYTES)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const archivedTable = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: count,
  files: z.array(archivedPiece),
});

/** What an archive says of itself, in its last file: only then is it known. */
export const archiveManifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** The version of the program that wrote it. */
  program: z.string(),
  schema: count,
  at: z.string(),
  /** Whether what looks like a credential is in it, or has a mark in its place. */
  secrets: z.enum(['kept', 'redacted']),
  tables: z.array(archivedTable),
});

export type ArchivedPiece = z.infer<typeof archivedPiece>;
export type ArchivedTable = z.infer<typeof archivedTable>;
export type ArchiveManifest = z.infer<typeof archiveManifest>;

/** What is read of a manifest first: that of a newer format may be of any shape. */
export const archiveHead = z.looseObject({ format: z.literal(FORMAT), version: count, schema: count });

/** How many rows there are in all. */
export function rowsIn({ tables }: Pick<ArchiveManifest, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
