/** What was found in the codebase after an implementation, whatever its report says. */
export interface Evidence {
  /** Where it was looked, absolute: the codebase, or the session's worktree. */
  readonly folder: string;
  /** The branch that it was done on; null outside of git, or on none. */
  readonly branch: string | null;
  /** The commit that the changes are counted from; null outside of git, and before the first. */
  readonly base: string | null;
  /** Null where they are not known, because there is no such commit. */
  readonly files: readonly ChangedFile[] | null;
  /** What the project's own test command said; null when none was named. */
  readonly verification: Verification | null;
}

export interface ChangedFile {
  readonly path: string;
  readonly status:
    | 'added'
    | 'modified'
    | 'removed'
    | 'renamed'
    | 'copied'
    | 'type-changed'
    | 'conflicted'
    | 'unknown';
  /** Lines; null for a file that is no text. */
  readonly added: number | null;
  readonly removed: number | null;
  /** For instance `TypeScript`; null when it cannot be told. */
  readonly language: string | null;
}

/** How a test command ended; only one that `exited` has come to its end. */
export const verificationEnds = [
  'exited',
  'signalled',
  'timed-out',
  'idle',
  'aborted',
  'too-much-output',
] as const;

export interface Verification {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly end: (typeof verificationEnds)[number];
  readonly passed: boolean;
  /** Null when it was ended by a signal, or could not be started. */
  readonly exitCode: number | null;
  readonly durationMs: number;
  /** What it counted, when its last lines say so. */
  readonly counts: { readonly passed: number; readonly failed: number; readonly skipped: number } | null;
  /** The end of what it printed, without credentials. */
  readonly output: string;
}
