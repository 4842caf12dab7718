/** The shapes that exporting and importing prompts give back; see the session operations' outputs. */
import * as z from 'zod/mini';

const text = z.string();
const count = z.number();
const nullable = z.nullable;

export const exportedFile = z.object({
  /** Below the folder, with `/`. */
  file: text,
  prompt: text,
  version: count,
  /**
   * write, update: written; same: nothing to do; edited: changed by hand and not imported yet; conflict: both
   * were changed; failed: the format cannot hold it, or the file cannot be written.
   */
  outcome: z.enum(['write', 'update', 'same', 'edited', 'conflict', 'failed']),
  /** Why nothing was written. */
  reason: nullable(text),
  /** From the file to the prompt, by lines; null where it was not to be shown. */
  difference: nullable(text),
  /** What the format has no place for. */
  losses: z.array(text),
});

export const promptExportOutput = z.object({
  folder: text,
  format: text,
  files: z.array(exportedFile),
  written: count,
  /** Files that were left as they are although they differ. */
  left: count,
  dryRun: z.boolean(),
  next: text,
});

export const importedFile = z.object({
  file: text,
  format: text,
  /** Null when the file could not be read. */
  prompt: nullable(text),
  /** The version that says what the file says; null when there is none. */
  version: nullable(count),
  /**
   * create, take: written into the library; same: nothing to do; behind: the library is newer; deleted: its
   * prompt was deleted; conflict: both were changed; failed: it cannot be read, or cannot be a prompt.
   */
  outcome: z.enum(['create', 'take', 'same', 'behind', 'deleted', 'conflict', 'failed']),
  reason: nullable(text),
  /** From the prompt to the file, by lines; null where it was not to be shown. */
  difference: nullable(text),
  /** What could not be carried over, and what is most likely not meant. */
  warnings: z.array(text),
  /** Places that look as if they were to be filled in, and are text. */
  offered: z.array(z.object({ name: text, written: text, occurrences: count })),
});

export const promptImportOutput = z.object({
  from: text,
  files: z.array(importedFile),
  written: count,
  left: count,
  dryRun: z.boolean(),
  next: text,
});

export type ExportedFile = z.infer<typeof exportedFile>;
export type PromptExportOutput = z.infer<typeof promptExportOutput>;
export type ImportedFile = z.infer<typeof importedFile>;
export type PromptImportOutput = z.infer<typeof promptImportOutput>;
