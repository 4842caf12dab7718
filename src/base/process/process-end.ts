/** Why a program was ended from outside. */
export type StopReason = 'timed-out' | 'idle' | 'aborted' | 'too-much-output';

/** How a program ended, or why there was none. */
export type ProcessEnd =
  /** By itself. */
  | { readonly outcome: 'exited'; readonly code: number }
  /** By a signal that we did not send. */
  | { readonly outcome: 'signalled'; readonly signal: NodeJS.Signals }
  /** By us. */
  | { readonly outcome: StopReason }
  /** No program has that name. */
  | { readonly outcome: 'not-found'; readonly program: string }
  /** It is there, but could not be started: no permission, no such folder, arguments too long. */
  | { readonly outcome: 'not-started'; readonly program: string; readonly cause: Error };
