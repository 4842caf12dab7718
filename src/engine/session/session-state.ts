import type { AttemptId } from '../../base/ids.js';
import { type Phase, type Step, stepFacts, steps } from './step.js';

/**
 * How far one step has come.
 * - `open`: not done yet
 * - `incomplete`: an answer is in, and something is missing from it
 * - `done`: its result stands
 * - `stale`: its result stands, but a step before it has been done again since
 */
export type StepState =
  | { readonly state: 'open' }
  | { readonly state: 'incomplete' | 'done' | 'stale'; readonly attempt: AttemptId };

export type Lifecycle = 'active' | 'cancelled' | 'deleted';

/** All that decides which moves a session allows. It is small, and every event keeps it before and after. */
export interface SessionState {
  readonly lifecycle: Lifecycle;
  readonly steps: Readonly<Record<Step, StepState>>;
}

/** Where a session stands as a whole. */
export type SessionStatus = Phase | 'completed' | 'cancelled';

export const sessionStatuses = ['planning', 'analysis', 'implementation', 'completed', 'cancelled'] as const;

const open: StepState = { state: 'open' };

/** A session before its planning prompt was given. */
export const initialState: SessionState = {
  lifecycle: 'active',
  steps: {
    plan: open,
    process: open,
    analyze: open,
    'save-analysis': open,
    implement: open,
    complete: open,
  },
};

/** The step due next: the first whose result does not stand. Null when all do, or the session is closed. */
export function dueStep(state: SessionState): Step | null {
  if (state.lifecycle !== 'active') return null;
  return steps.find((step) => state.steps[step].state !== 'done') ?? null;
}

/** The status is the phase of the step due next; it is derived, never stored as a second truth. */
export function statusOf(state: SessionState): SessionStatus {
  if (state.lifecycle === 'cancelled') return 'cancelled';
  const due = steps.find((step) => state.steps[step].state !== 'done');
  return due === undefined ? 'completed' : stepFacts[due].phase;
}

/** The attempt whose result stands for a step, fresh or stale. */
export function attemptOf(state: SessionState, step: Step): AttemptId | null {
  const current = state.steps[step];
  return current.state === 'open' ? null : current.attempt;
}
