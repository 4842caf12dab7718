import type { AttemptId, SessionId } from '../../base/ids.js';
import type { SessionState } from './session-state.js';
import type { Step } from './step.js';

/** What an entry of a session's history tells. */
export type SessionEventKind =
  | 'created'
  | 'revised'
  | 'step-done'
  | 'analysis-skipped'
  | 'part-issued'
  | 'part-done'
  | 'answer-incomplete'
  | 'answer-rejected'
  | 'cancelled'
  | 'deleted'
  | 'undone';

/** One entry of a session's history. Entries are only ever added. */
export interface SessionEvent {
  /** Position in the session's history, from 1. */
  readonly number: number;
  readonly sessionId: SessionId;
  readonly at: Date;
  readonly actor: string;
  readonly kind: SessionEventKind;
  readonly step: Step | null;
  readonly attempt: AttemptId | null;
  readonly before: SessionState | null;
  readonly after: SessionState;
  /** The event that an `undone` takes back. */
  readonly undoes: number | null;
}

const moves: ReadonlySet<SessionEventKind> = new Set([
  'revised',
  'step-done',
  'analysis-skipped',
  'part-issued',
  'part-done',
  'answer-incomplete',
  'cancelled',
  'deleted',
]);

/**
 * The latest move that has not been taken back yet. Undoing twice goes back two moves: what an `undone`
 * refers to is out of the running, and an `undone` itself is no move.
 */
export function lastMove(history: readonly SessionEvent[]): SessionEvent | undefined {
  const undone = new Set(history.map((event) => event.undoes));
  return history.findLast((event) => moves.has(event.kind) && !undone.has(event.number));
}
