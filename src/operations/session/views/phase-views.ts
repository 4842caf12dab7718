import { sum } from '../../../engine/execution/add-usage.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { ExecutionSummary } from '../../../engine/execution/execution.js';
import { inSession } from '../../../engine/execution/execution-place.js';
import type { Attempt } from '../../../engine/session/attempt.js';
import type { Phase } from '../../../engine/session/phase.js';
import { type AnswerStep, promptStepOf, stepFacts } from '../../../engine/session/step.js';
import type { PhaseRating } from '../../../store/phase-rating-store.js';
import type { SessionPhaseView } from '../view-shapes.js';

/** All that is on record of a session, from which its phases are told. */
export interface PhaseRecord {
  readonly attempts: readonly Attempt[];
  readonly executions: readonly ExecutionSummary[];
  readonly ratings: readonly PhaseRating[];
}

/** Each phase that was begun: when, by whom, with what effort, and how good it was found. */
export function phaseViews(record: PhaseRecord): SessionPhaseView[] {
  return (Object.keys(promptStepOf) as AnswerStep[]).flatMap((step) => {
    const asked = record.attempts.find((attempt) => attempt.step === promptStepOf[step]);
    return asked === undefined ? [] : [phaseView(step, asked, record)];
  });
}

function phaseView(
  step: AnswerStep,
  asked: Attempt,
  { attempts, executions, ratings }: PhaseRecord,
): SessionPhaseView {
  const { phase } = stepFacts[step];
  const answers = attempts.filter((attempt) => attempt.step === step);
  const accepted = answers.findLast(({ outcome }) => outcome === 'accepted');
  const asking = executions.filter(({ place, kind }) => inSession(place)?.step === step && kind !== 'pasted');
  return {
    phase,
    startedAt: asked.startedAt,
    finishedAt: accepted?.startedAt ?? null,
    answers: answers.length,
    input: accepted?.input?.method ?? null,
    model: asking.at(-1)?.model ?? null,
    ...effortOf(asking),
    ...ratingOf(ratings, phase),
  };
}

/** Nothing is known of what somebody did elsewhere and pasted. */
function effortOf(
  asking: readonly ExecutionSummary[],
): Pick<SessionPhaseView, 'inputTokens' | 'outputTokens' | 'cost'> {
  if (asking.length === 0) return { inputTokens: null, outputTokens: null, cost: null };
  const total = (of: (execution: ExecutionSummary) => number | null) =>
    asking.reduce<number | null>((before, execution) => sum(before, of(execution)), 0);
  const cost = total((execution) => execution.cost);
  return {
    inputTokens: total(({ usage }) => usage.input),
    outputTokens: total(({ usage }) => usage.output),
    cost: inDollars(cost),
  };
}

function ratingOf(
  ratings: readonly PhaseRating[],
  phase: Phase,
): Pick<SessionPhaseView, 'rating' | 'ratingNote'> {
  const found = ratings.find((rating) => rating.phase === phase);
  return { rating: found?.rating ?? null, ratingNote: found?.note ?? null };
}
