import type { AttemptId } from '../../../base/ids.js';
import type { ModelMessage } from '../../../models/spec/model-request.js';
import type { Attempt, Message } from '../attempt.js';
import { attemptText, planningOf } from '../results.js';
import type { SessionPorts } from '../session-ports.js';
import { attemptOf } from '../session-state.js';
import type { TakenAnswer } from '../take-answer.js';
import { asModelMessage } from './step-prompt.js';
import type { StepQuestion } from './step-question.js';

/** A plan that lacks sections, and the follow-up that asks for them. */
export interface OpenFollowUp {
  readonly taken: Omit<TakenAnswer, 'followUp'>;
  /** All that was said up to the last answer, that one included. */
  readonly messages: readonly ModelMessage[];
  readonly followUp: readonly Message[];
}

/**
 * The follow-up that was given and not answered yet; null when the plan is whole, when there is none, or when
 * it was turned down: then all of it is wanted anew.
 *
 * @param opening what was asked first
 */
export async function openFollowUp(
  ports: SessionPorts,
  { session, step, rejection }: StepQuestion,
  opening: readonly ModelMessage[],
): Promise<OpenFollowUp | null> {
  const { state } = session;
  if (step !== 'process' || rejection !== null || state.steps.process.state !== 'incomplete') return null;
  const attempt = attemptOf(state, 'process');
  const planning = await planningOf(ports.journal, session);
  if (attempt === null || planning === null) return null;
  const attempts = await ports.journal.attempts(session.id);
  const rounds = await Promise.all(
    joinedTo(attempt, attempts).map((answer) => roundOf(ports, answer, attempts)),
  );
  const followUp = rounds.at(-1)?.followUp ?? null;
  if (followUp === null) return null;
  const said = rounds.flatMap(({ answer, followUp: asked }) => [
    answer,
    ...(asked ?? []).map(asModelMessage),
  ]);
  return {
    taken: { session, attempt, result: { kind: 'planning', ...planning } },
    messages: [...opening, ...said.slice(0, said.length - followUp.length)],
    followUp,
  };
}

/** The answers that make up a plan, in order: the first, and the replies that were joined to it. */
function joinedTo(last: AttemptId, attempts: readonly Attempt[]): readonly Attempt[] {
  const answer = attempts.find(({ id }) => id === last);
  if (answer === undefined) return [];
  return [...(answer.appendedTo === null ? [] : joinedTo(answer.appendedTo, attempts)), answer];
}

/** An answer, and the follow-up that was given for it: the first prompt of a plan after it. */
async function roundOf({ journal }: SessionPorts, { id }: Attempt, attempts: readonly Attempt[]) {
  const text = await attemptText(journal, id);
  const answer: ModelMessage = { role: 'assistant', text };
  const later = attempts.slice(attempts.findIndex((attempt) => attempt.id === id) + 1);
  const issued = later.find(({ step, outcome }) => step === 'plan' && outcome === 'issued');
  return { answer, followUp: issued === undefined ? null : (await journal.prompt(issued.id)).messages };
}
