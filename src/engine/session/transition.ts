import type { AttemptId } from '../../base/ids.js';
import { dueStep, type SessionState, type StepState, statusOf } from './session-state.js';
import { type Step, stepFacts, stepsAfter, stepsBefore } from './step.js';

/** What can happen to a session. */
export type SessionMove =
  | { readonly move: 'step-done'; readonly step: Step; readonly attempt: AttemptId }
  | { readonly move: 'answer-incomplete'; readonly step: 'process'; readonly attempt: AttemptId }
  | { readonly move: 'cancel' }
  | { readonly move: 'delete' };

/** What comes of a move: another state, or the reason why not. */
export type Transition =
  | { readonly allowed: true; readonly state: SessionState }
  | { readonly allowed: false; readonly reason: MoveRefusal };

/** Why a move is not allowed. `missing` is the step that has to come first. */
export type MoveRefusal =
  | { readonly because: 'step-missing'; readonly step: Step; readonly missing: Step }
  | { readonly because: 'cancelled' | 'deleted' | 'already-completed' };

/**
 * What each step stands on. A step may be taken whenever these results stand, so any step may be taken
 * again; what came after it becomes stale.
 *
 * | step          | stands on     | then due      | status then      |
 * | ------------- | ------------- | ------------- | ---------------- |
 * | plan          | -             | process       | planning         |
 * | process       | plan          | analyze       | analysis         |
 * |   (incomplete)|               | process       | planning         |
 * | analyze       | process       | save-analysis | analysis         |
 * | save-analysis | analyze       | implement     | implementation   |
 * | implement     | save-analysis | complete      | implementation   |
 * | complete      | implement     | -             | completed        |
 */
export function transition(state: SessionState, move: SessionMove): Transition {
  const refusal =
    move.move === 'cancel' || move.move === 'delete'
      ? closing(state, move.move)
      : refusalOf(state, move.step);
  if (refusal !== null) return { allowed: false, reason: refusal };
  switch (move.move) {
    case 'cancel':
      return { allowed: true, state: { ...state, lifecycle: 'cancelled' } };
    case 'delete':
      return { allowed: true, state: { ...state, lifecycle: 'deleted' } };
    default:
      return { allowed: true, state: settle(state, move.step, resultOf(move)) };
  }
}

/** Why a step could not be taken now; null when it could. */
export function refusalOf(state: SessionState, step: Step): MoveRefusal | null {
  if (state.lifecycle !== 'active') return { because: state.lifecycle };
  const missing = stepsBefore(step).find((earlier) => state.steps[earlier].state !== 'done');
  return missing === undefined ? null : { because: 'step-missing', step, missing };
}

function closing(state: SessionState, move: 'cancel' | 'delete'): MoveRefusal | null {
  if (state.lifecycle === 'deleted') return { because: 'deleted' };
  if (move === 'delete') return null;
  if (state.lifecycle === 'cancelled') return { because: 'cancelled' };
  return statusOf(state) === 'completed' ? { because: 'already-completed' } : null;
}

function resultOf(move: Extract<SessionMove, { step: Step }>): StepState {
  return { state: move.move === 'step-done' ? 'done' : 'incomplete', attempt: move.attempt };
}

function settle(state: SessionState, step: Step, result: StepState): SessionState {
  const settled: Record<Step, StepState> = { ...state.steps, [step]: result };
  for (const later of stepsAfter(step)) {
    const before = state.steps[later];
    if (before.state !== 'open') settled[later] = { state: 'stale', attempt: before.attempt };
  }
  return { ...state, steps: settled };
}

/** One step as a person sees it: its own state, or why it has to wait. */
export type StepStanding = StepState['state'] | 'due' | 'blocked' | 'closed';

export function standingOf(state: SessionState, step: Step): StepStanding {
  const own = state.steps[step].state;
  if (own !== 'open') return own;
  if (state.lifecycle !== 'active') return 'closed';
  return dueStep(state) === step ? 'due' : 'blocked';
}

/** The step whose result a waiting step lacks. */
export function blockedBy(state: SessionState, step: Step): Step | null {
  const refusal = refusalOf(state, step);
  return refusal?.because === 'step-missing' ? refusal.missing : null;
}

export function describeRefusal(refusal: MoveRefusal): string {
  switch (refusal.because) {
    case 'step-missing':
      return `${stepFacts[refusal.missing].yields} is missing: "${refusal.missing}" has to come before "${refusal.step}".`;
    case 'cancelled':
      return 'the session was cancelled.';
    case 'deleted':
      return 'the session was deleted.';
    case 'already-completed':
      return 'it is completed already.';
  }
}
