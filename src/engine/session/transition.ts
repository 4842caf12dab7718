import type { AttemptId } from '../../base/ids.js';
import { countDone, type Part } from './part.js';
import { dueStep, isSettled, type SessionState, type StepState, statusOf } from './session-state.js';
import { type Step, stepFacts, stepsAfter, stepsBefore } from './step.js';

/** What can happen to a session. */
export type SessionMove =
  | { readonly move: 'step-done'; readonly step: Step; readonly attempt: AttemptId }
  | { readonly move: 'answer-incomplete'; readonly step: 'process'; readonly attempt: AttemptId }
  /** The prompt of a part was given; `titles` names all parts. */
  | (PartMove<'part-issued', 'implement'> & { readonly titles: readonly string[] })
  /** The report of a part came in. */
  | PartMove<'part-done', 'complete'>
  /** The session goes on without an analysis. */
  | { readonly move: 'analysis-skipped'; readonly step: 'implement' }
  /** The request was changed, and a new planning prompt was given for it. */
  | { readonly move: 'revised'; readonly step: 'plan'; readonly request: number; readonly attempt: AttemptId }
  | { readonly move: 'cancel' }
  | { readonly move: 'delete' };

interface PartMove<Move extends string, At extends Step> {
  readonly move: Move;
  readonly step: At;
  /** From 1. */
  readonly part: number;
  readonly attempt: AttemptId;
}

/** What comes of a move: another state, or the reason why not. */
export type Transition =
  | { readonly allowed: true; readonly state: SessionState }
  | { readonly allowed: false; readonly reason: MoveRefusal };

/** Why a move is not allowed. `missing` is the step that has to come first. */
export type MoveRefusal =
  | { readonly because: 'step-missing'; readonly step: Step; readonly missing: Step }
  | { readonly because: 'step-skipped'; readonly step: Step }
  | { readonly because: 'part-not-issued'; readonly part: number }
  | { readonly because: 'cancelled' | 'deleted' | 'already-completed' };

/**
 * What each step stands on. A step may be taken whenever these results stand, so any step may be taken
 * again; what came after it becomes stale.
 *
 * | step          | stands on     | then due      | status then      |
 * | ------------- | ------------- | ------------- | ---------------- |
 * | plan, revised | -             | process       | planning         |
 * | process       | plan          | analyze       | analysis         |
 * |   (incomplete)|               | process       | planning         |
 * |   (quick)     |               | implement     | implementation   |
 * | analyze       | process       | save-analysis | analysis         |
 * | save-analysis | analyze       | implement     | implementation   |
 * | implement     | save-analysis | complete      | implementation   |
 * |   (a part)    |               | complete      | implementation   |
 * | complete      | implement     | -             | completed        |
 * |   (a part)    | its prompt    | implement     | implementation   |
 * |   (last part) | its prompt    | -             | completed        |
 */
export function transition(state: SessionState, move: SessionMove): Transition {
  const refusal = refusalOfMove(state, move);
  return refusal === null
    ? { allowed: true, state: moved(state, move) }
    : { allowed: false, reason: refusal };
}

/** Why a step could not be taken now; null when it could. */
export function refusalOf(state: SessionState, step: Step): MoveRefusal | null {
  if (state.lifecycle !== 'active') return { because: state.lifecycle };
  if (state.steps[step].state === 'skipped') return { because: 'step-skipped', step };
  const missing = stepsBefore(step).find((earlier) => !isSettled(state, earlier));
  return missing === undefined ? null : { because: 'step-missing', step, missing };
}

/** Why the report of a part could not be taken now; null when it could. */
export function refusalOfReport(state: SessionState, part: number): MoveRefusal | null {
  const issued = state.parts?.[part - 1]?.prompt ?? null;
  return refusalOf(state, 'complete') ?? (issued === null ? { because: 'part-not-issued', part } : null);
}

function refusalOfMove(state: SessionState, move: SessionMove): MoveRefusal | null {
  switch (move.move) {
    case 'cancel':
    case 'delete':
      return refusalOfClosing(state, move.move);
    case 'part-done':
      return refusalOfReport(state, move.part);
    case 'analysis-skipped':
      return refusalOf(withoutAnalysis(state), move.step);
    default:
      return refusalOf(state, move.step);
  }
}

function refusalOfClosing(state: SessionState, move: 'cancel' | 'delete'): MoveRefusal | null {
  if (state.lifecycle === 'deleted') return { because: 'deleted' };
  if (move === 'delete') return null;
  if (state.lifecycle === 'cancelled') return { because: 'cancelled' };
  return statusOf(state) === 'completed' ? { because: 'already-completed' } : null;
}

function moved(state: SessionState, move: SessionMove): SessionState {
  switch (move.move) {
    case 'cancel':
      return { ...state, lifecycle: 'cancelled' };
    case 'delete':
      return { ...state, lifecycle: 'deleted' };
    case 'step-done':
      return settle({ ...state, parts: null }, move.step, { state: 'done', attempt: move.attempt });
    case 'answer-incomplete':
      return settle({ ...state, parts: null }, move.step, { state: 'incomplete', attempt: move.attempt });
    case 'revised': {
      const revised = { ...state, request: move.request, parts: null };
      return settle(revised, move.step, { state: 'done', attempt: move.attempt });
    }
    case 'analysis-skipped':
      return withoutAnalysis(state);
    case 'part-issued':
      return issuePart(state, move);
    case 'part-done':
      return finishPart(state, move);
  }
}

function withoutAnalysis(state: SessionState): SessionState {
  const skipped = { state: 'skipped' } as const;
  return { ...state, steps: { ...state.steps, analyze: skipped, 'save-analysis': skipped } };
}

function settle(state: SessionState, step: Step, result: StepState): SessionState {
  const settled: Record<Step, StepState> = { ...state.steps, [step]: result };
  for (const later of stepsAfter(step)) {
    const before = state.steps[later];
    if ('attempt' in before) settled[later] = { state: 'stale', attempt: before.attempt };
  }
  return { ...state, steps: settled };
}

/** A part's prompt, given anew, puts its report aside; the other parts stay as they are. */
function issuePart(
  state: SessionState,
  { part, titles, attempt }: Extract<SessionMove, { move: 'part-issued' }>,
): SessionState {
  const parts = withPart(state.parts ?? titles.map(openPart), part, { prompt: attempt, report: null });
  const complete: StepState = state.steps.complete;
  return {
    ...state,
    parts,
    steps: {
      ...state.steps,
      implement: { state: 'done', attempt } as const,
      complete:
        'attempt' in complete ? ({ state: 'incomplete', attempt: complete.attempt } as const) : complete,
    },
  };
}

function finishPart(state: SessionState, { part, attempt }: PartMove<'part-done', 'complete'>): SessionState {
  const parts = withPart(state.parts ?? [], part, { report: attempt });
  const complete = { state: countDone(parts) === parts.length ? 'done' : 'incomplete', attempt } as const;
  return { ...state, parts, steps: { ...state.steps, complete } };
}

function withPart(parts: readonly Part[], number: number, change: Partial<Part>): readonly Part[] {
  return parts.map((part, at) => (at + 1 === number ? { ...part, ...change } : part));
}

function openPart(title: string): Part {
  return { title, prompt: null, report: null };
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
    case 'step-skipped':
      return `it is a quick one, without an analysis: there is no "${refusal.step}".`;
    case 'part-not-issued':
      return `the prompt of part ${refusal.part} was not given yet.`;
    case 'cancelled':
      return 'it was cancelled.';
    case 'deleted':
      return 'it was deleted.';
    case 'already-completed':
      return 'it is completed already.';
  }
}
