import type { AttemptId } from '../../base/ids.js';
import { type Part, presentPart } from './part.js';
import { type Phase, phases } from './phase.js';
import { type Step, stepFacts, steps } from './step.js';

/**
 * How far one step has come.
 * - `open`: not done yet
 * - `skipped`: not part of this session: a quick one has no analysis
 * - `incomplete`: an answer is in, and something is missing from it
 * - `done`: its result stands
 * - `stale`: its result stands, but a step before it has been done again since
 */
export type StepState =
  | { readonly state: 'open' | 'skipped' }
  | { readonly state: 'incomplete' | 'done' | 'stale'; readonly attempt: AttemptId };

export type Lifecycle = 'active' | 'cancelled' | 'deleted';

/** All that decides which moves a session allows. It is small, and every event keeps it before and after. */
export interface SessionState {
  readonly lifecycle: Lifecycle;
  readonly steps: Readonly<Record<Step, StepState>>;
  /** The revision of the feature request that is worked on, from 1. */
  readonly request: number;
  /** The parts that the implementation is done in; null when it is done in one piece. */
  readonly parts: readonly Part[] | null;
}

/** Where a session stands as a whole. */
export type SessionStatus = Phase | 'completed' | 'cancelled';

export const sessionStatuses = [...phases, 'completed', 'cancelled'] as const;

const open: StepState = { state: 'open' };
const skipped: StepState = { state: 'skipped' };

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
  request: 1,
  parts: null,
};

/** The same for a small change, which goes without an analysis. */
export const initialQuickState: SessionState = {
  ...initialState,
  steps: { ...initialState.steps, analyze: skipped, 'save-analysis': skipped },
};

/** A state as it was written, by this program or an older one that knew neither revisions nor parts. */
export function readState(written: string): SessionState {
  const state: Partial<SessionState> = JSON.parse(written);
  return { ...initialState, ...state };
}

export function isQuick(state: SessionState): boolean {
  return state.steps.analyze.state === 'skipped';
}

/** Whether nothing is left to do at a step. */
export function isSettled(state: SessionState, step: Step): boolean {
  return state.steps[step].state === 'done' || state.steps[step].state === 'skipped';
}

/**
 * The step due next: the first whose result does not stand. Null when all do, or the session is closed.
 * Between two parts it is the next part's prompt.
 */
export function dueStep(state: SessionState): Step | null {
  if (state.lifecycle !== 'active') return null;
  const due = firstUnsettled(state);
  if (due === 'complete' && state.parts !== null && presentPart(state.parts) === null) return 'implement';
  return due;
}

/** The status is the phase of the step due next; it is derived, never stored as a second truth. */
export function statusOf(state: SessionState): SessionStatus {
  if (state.lifecycle === 'cancelled') return 'cancelled';
  const due = firstUnsettled(state);
  return due === null ? 'completed' : stepFacts[due].phase;
}

function firstUnsettled(state: SessionState): Step | null {
  return steps.find((step) => !isSettled(state, step)) ?? null;
}

/** The attempt whose result stands for a step, fresh or stale. */
export function attemptOf(state: SessionState, step: Step): AttemptId | null {
  const current = state.steps[step];
  return 'attempt' in current ? current.attempt : null;
}
