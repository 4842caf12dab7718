import type { AttemptId, ExecutionId, SessionId } from '../../../base/ids.js';
import { type ModelName, writtenModelName } from '../../../models/spec/model-name.js';
import type { ModelMessage } from '../../../models/spec/model-request.js';
import { decodeAnswer } from '../../../sections/index.js';
import type { Execution, ExecutionSummary } from '../../execution/execution.js';
import { inSession, type SessionPlace } from '../../execution/execution-place.js';
import type { Attempt } from '../attempt.js';
import type { SessionJournal } from '../session-journal.js';

/** The executions of a session, as far as answers are looked for in them. */
export interface SessionExecutions {
  /** In the order in which they were begun. */
  ofSession(session: SessionId): Promise<readonly ExecutionSummary[]>;
  whole(id: ExecutionId): Promise<Execution | null>;
}

/** A question to a model, for a step of a session. */
export interface PlacedQuestion {
  readonly place: Pick<SessionPlace, 'session' | 'step' | 'part'>;
  readonly model: ModelName;
  readonly messages: readonly ModelMessage[];
}

/** An answer that was paid for, and that the session never got. */
export interface UntakenAnswer {
  readonly execution: ExecutionId;
  readonly text: string;
  /** The attempt that keeps it already; null when the process ended before that. */
  readonly received: AttemptId | null;
}

/**
 * The answer to the very same question, when the process ended between the answer and what was to be made of
 * it: the tests were on their way, for instance. An answer that something was made of is none, nor is one
 * that came before another answer of the step was settled.
 */
export async function untakenAnswer(
  executions: SessionExecutions,
  journal: SessionJournal,
  question: PlacedQuestion,
): Promise<UntakenAnswer | null> {
  const all = await executions.ofSession(question.place.session);
  const last = all.findLast((execution) => isSucceeded(execution, question));
  if (last === undefined) return null;
  const attempts = await journal.attempts(question.place.session);
  const kept = attempts.find(({ input }) => isFrom(input, last.id)) ?? null;
  if (kept !== null && kept.outcome !== 'received') return null;
  if (attempts.some((attempt) => isSettledSince(attempt, last, question))) return null;
  const execution = await executions.whole(last.id);
  if (execution === null || !isSameTalk(execution.messages, question.messages)) return null;
  const text = kept === null ? execution.response : decodeAnswer(await journal.answer(kept.id));
  return text === null ? null : { execution: last.id, text, received: kept?.id ?? null };
}

function isSucceeded(
  { kind, status, place, model }: ExecutionSummary,
  { place: { step, part }, model: asked }: PlacedQuestion,
): boolean {
  return (
    kind !== 'pasted' &&
    status === 'succeeded' &&
    inSession(place)?.step === step &&
    inSession(place)?.part === part &&
    model === writtenModelName(asked)
  );
}

function isFrom(input: Attempt['input'], execution: ExecutionId): boolean {
  return (input?.method === 'model' || input?.method === 'agent') && input.name === execution;
}

function isSettledSince(
  { step, part, outcome, startedAt }: Attempt,
  { at }: ExecutionSummary,
  { place }: PlacedQuestion,
): boolean {
  return step === place.step && part === place.part && outcome !== 'received' && startedAt >= at;
}

function isSameTalk(one: readonly ModelMessage[], other: readonly ModelMessage[]): boolean {
  return one.length === other.length && one.every((message, at) => isSameMessage(message, other[at]));
}

/** What a model and its tools say to each other is no part of a question. */
function isSameMessage(one: ModelMessage, other: ModelMessage | undefined): boolean {
  return one.role !== 'tool' && other?.role === one.role && other.text === one.text;
}
