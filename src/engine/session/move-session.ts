import type { AttemptId } from '../../base/ids.js';
import { MoveNotAllowedError } from './errors.js';
import { nextCommand } from './next-command.js';
import { type Session, titleOf } from './session.js';
import type { SessionEventKind } from './session-event.js';
import type { NewPromptAttempt, NewRequest, Settlement } from './session-journal.js';
import type { SessionPorts } from './session-ports.js';
import { type SessionState, statusOf } from './session-state.js';
import type { Step } from './step.js';
import { type MoveRefusal, refusalOf, type SessionMove, transition } from './transition.js';

/** What is written in the same transaction as the move. */
export interface Alongside {
  /** The request in its new words, when the move is a revision. */
  readonly request?: NewRequest;
  readonly issued?: NewPromptAttempt;
  readonly settled?: Settlement;
  readonly complexity?: string | null;
  readonly timeEstimate?: string | null;
}

/**
 * Makes one move: the state changes by the transition table, and the change is written with its event.
 *
 * @throws MoveNotAllowedError when the table refuses it
 * @throws SessionChangedError when somebody else was quicker
 */
export async function moveSession(
  ports: SessionPorts,
  session: Session,
  move: SessionMove,
  { issued, settled, request, ...facts }: Alongside = {},
): Promise<Session> {
  const moved = transition(session.state, move);
  if (!moved.allowed) throw notAllowed(session, moved.reason);
  return ports.journal.commit({
    session: { ...inState(session, moved.state, ports.clock.now()), ...facts, ...worded(request?.text) },
    event: {
      sessionId: session.id,
      at: ports.clock.now(),
      actor: ports.actor,
      kind: eventKindOf[move.move],
      step: 'step' in move ? move.step : null,
      attempt: 'attempt' in move ? move.attempt : null,
      before: session.state,
      after: moved.state,
      undoes: null,
    },
    ...(issued && { issued }),
    ...(settled && { settled }),
    ...(request && { request }),
  });
}

/** What follows from the words of a request. */
export function worded(request: string | undefined): Partial<Pick<Session, 'featureRequest' | 'title'>> {
  return request === undefined ? {} : { featureRequest: request, title: titleOf(request) };
}

/** The session in another state, with the times that follow from it. */
export function inState(session: Session, state: SessionState, now: Date): Session {
  return {
    ...session,
    state,
    updatedAt: now,
    completedAt: statusOf(state) === 'completed' ? (session.completedAt ?? now) : null,
    deletedAt: state.lifecycle === 'deleted' ? (session.deletedAt ?? now) : null,
  };
}

/** @throws MoveNotAllowedError when the step cannot be taken now */
export function requireAllowed(session: Session, step: Step): void {
  const refusal = refusalOf(session.state, step);
  if (refusal !== null) throw notAllowed(session, refusal);
}

/** The error for a refused move, with the next command that is allowed. */
export function notAllowed(
  session: Session,
  refusal: MoveRefusal,
  kept: AttemptId | null = null,
): MoveNotAllowedError {
  const next =
    refusal.because === 'part-not-issued'
      ? `prompt-runner orchestrate implement --session ${session.id} --part ${refusal.part}`
      : nextCommand(session);
  const hint = refusal.because === 'step-missing' ? 'Do the missing step first.' : hints[refusal.because];
  return new MoveNotAllowedError(session.id, refusal, { hint, next }, kept);
}

const hints: Readonly<Record<Exclude<MoveRefusal['because'], 'step-missing'>, string>> = {
  cancelled: 'Take the cancellation back to go on.',
  deleted: 'Take the deletion back to go on; that is possible for a day.',
  'already-completed': 'Nothing is left to cancel.',
  'step-skipped': 'For a session with an analysis, plan without --quick.',
  'part-not-issued': 'Give its prompt first.',
};

const eventKindOf: Readonly<Record<SessionMove['move'], SessionEventKind>> = {
  'step-done': 'step-done',
  'analysis-skipped': 'analysis-skipped',
  'part-issued': 'part-issued',
  'part-done': 'part-done',
  revised: 'revised',
  'answer-incomplete': 'answer-incomplete',
  cancel: 'cancelled',
  delete: 'deleted',
};
