import type { Attempt } from '../../../engine/session/attempt.js';
import { progressOf } from '../../../engine/session/part.js';
import type { Session } from '../../../engine/session/session.js';
import { attemptOf } from '../../../engine/session/session-state.js';
import { type Step, steps } from '../../../engine/session/step.js';
import { blockedBy, standingOf } from '../../../engine/session/transition.js';
import type { AttemptView, PartView, StepView } from '../view-shapes.js';
import { templateSourceView } from './template-source-view.js';

export function stepViews(session: Session, attempts: readonly Attempt[]): StepView[] {
  return steps.map((step) =>
    stepView(
      session,
      step,
      attempts.filter((attempt) => attempt.step === step),
    ),
  );
}

function stepView(session: Session, step: Step, attempts: readonly Attempt[]): StepView {
  const state = standingOf(session.state, step);
  const current = attempts.find(({ id }) => id === attemptOf(session.state, step));
  return {
    step,
    state,
    blockedBy: state === 'blocked' ? blockedBy(session.state, step) : null,
    attempts: attempts.length,
    rejected: attempts.filter(({ outcome }) => outcome === 'rejected').length,
    at: current === undefined ? null : (current.finishedAt ?? current.startedAt),
  };
}

export function partViews({ state }: Session): PartView[] {
  return (state.parts ?? []).map((part, at) => ({
    number: at + 1,
    title: part.title,
    state: progressOf(part),
  }));
}

export function attemptView(session: Session, attempt: Attempt): AttemptView {
  const {
    id,
    step,
    part,
    number,
    outcome,
    size,
    checksum,
    forced,
    appendedTo,
    template,
    source,
    startedAt,
    finishedAt,
  } = attempt;
  return {
    id,
    step,
    part,
    number,
    outcome,
    current: attemptOf(session.state, step) === id,
    input: attempt.input && { method: attempt.input.method, name: attempt.input.name },
    size,
    checksum,
    forced,
    appendedTo,
    problem: attempt.problem && { code: attempt.problem.code, message: attempt.problem.message },
    template,
    templateSource: source && templateSourceView(source),
    startedAt,
    finishedAt,
  };
}
