/**
 * What is known when a prompt and a file are brought together: digests of what each says, and of what both
 * said when the file was written or read last.
 */
export interface SyncedPair {
  /** Null when there is no file. */
  readonly file: string | null;
  /** Null when there is no prompt; 'deleted' when there was one. */
  readonly stored: string | 'deleted' | null;
  /** The mark in the file; null when it has none. */
  readonly mark: string | null;
}

/**
 * What becomes of a prompt that is written to a file:
 * - `write`: there is no file
 * - `update`: the file is as it was written, and the prompt has changed since
 * - `same`: both say the same
 * - `edited`: the file was changed, and the prompt was not: it waits to be read
 * - `conflict`: both were changed, or the file never came from here
 */
export type ExportDecision = 'write' | 'update' | 'same' | 'edited' | 'conflict';

export function exportDecision({ file, stored, mark }: SyncedPair): ExportDecision {
  if (file === null) return 'write';
  if (file === stored) return 'same';
  if (mark === file) return 'update';
  return mark !== null && mark === stored ? 'edited' : 'conflict';
}

/**
 * What becomes of a file that is read into the library:
 * - `create`: there is no prompt of its name
 * - `take`: the file was changed, and the prompt was not
 * - `same`: both say the same
 * - `behind`: the prompt was changed, and the file was not: it waits to be written
 * - `deleted`: the file is as it was written, and its prompt was deleted
 * - `conflict`: both were changed, or the file never came from here
 */
export type ImportDecision = 'create' | 'take' | 'same' | 'behind' | 'deleted' | 'conflict';

export function importDecision({ file, stored, mark }: SyncedPair): ImportDecision {
  if (stored === null) return 'create';
  if (stored === 'deleted') return mark !== null && mark === file ? 'deleted' : 'create';
  if (file === stored) return 'same';
  if (mark === file) return 'behind';
  return mark !== null && mark === stored ? 'take' : 'conflict';
}
