import type { PromptRunnerError } from '../../base/errors.js';
import { type AttemptId, newAttemptId } from '../../base/ids.js';
import { decodeAnswer } from '../../sections/index.js';
import { readImplementationReport } from '../../sections/report/index.js';
import type { AnswerResult, InputSource } from './attempt.js';
import type { ComposedPrompt } from './compose-prompt.js';
import { SessionChangedError } from './errors.js';
import type { Evidence } from './evidence.js';
import { composeFollowUp } from './follow-up.js';
import { moveSession } from './move-session.js';
import { presentPart } from './part.js';
import { planningFacts } from './planning-facts.js';
import { type PlanningResult, sectionsToAskFor } from './planning-result.js';
import { joinReply, readPlanningAnswer } from './read-planning-answer.js';
import {
  type ReceivedAnswer,
  refuseMove,
  refuseNothingFound,
  refuseReplacing,
  refuseReplyToNothing,
  refuseSlips,
  refuseUnasked,
} from './refuse-answer.js';
import { requiredSections } from './required-sections.js';
import { planningOf } from './results.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';
import { attemptOf } from './session-state.js';
import type { AnswerStep } from './step.js';

/** An answer as somebody gives it. */
export interface GivenAnswer {
  readonly bytes: Uint8Array;
  readonly input: InputSource;
  /** Take the answer although it looks like a slip. */
  readonly force: boolean;
  /** Join a planning answer to the incomplete one before it. */
  readonly append: boolean;
  /** The part that a report is for; without one, the part that is being worked on. */
  readonly part?: number | undefined;
  /** Looks at the codebase after an implementation, once the answer is on disk. */
  readonly evidence?: (() => Promise<Evidence | null>) | undefined;
  /** The attempt that keeps the answer already, and that nothing was made of; it is kept now without one. */
  readonly received?: AttemptId | undefined;
}

export interface TakenAnswer {
  readonly session: Session;
  readonly attempt: AttemptId;
  readonly result: AnswerResult;
  /** Asks for what is missing; null when nothing is. */
  readonly followUp: ComposedPrompt | null;
}

/**
 * Takes the answer for a step. The bytes are on disk before anything looks at them, so that whatever
 * happens next, a refusal, a crash or a power cut, nothing that was pasted or paid for is lost.
 *
 * @throws AnswerRejectedError when the text cannot be meant, or would take the place of somebody else's; it stays as a
 *   rejected attempt
 * @throws MoveNotAllowedError when the step is not allowed now; the answer stays as a rejected attempt
 * @throws NothingToAppendToError when there is no incomplete answer to join a reply to
 * @throws SessionChangedError when somebody else moved the session meanwhile
 */
export async function takeAnswer(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  given: GivenAnswer,
): Promise<TakenAnswer> {
  const earlier = given.append ? await earlierAnswer(ports, session) : null;
  const received = await receive(ports, session, step, given, earlier?.attempt ?? null);
  return sayingWhatIsKept(received, () => take(ports, received, given, earlier));
}

async function take(
  ports: SessionPorts,
  received: ReceivedAnswer,
  given: GivenAnswer,
  earlier: Awaited<ReturnType<typeof earlierAnswer>>,
): Promise<TakenAnswer> {
  await refuseMove(ports, received);
  if (given.append && earlier === null) await refuseReplyToNothing(ports, received);
  const text = decodeAnswer(given.bytes);
  if (!given.force) await refuseSlips(ports, received, text);
  if (!given.force && !given.append) await refuseReplacing(ports, received);
  switch (received.step) {
    case 'process': {
      const { attempt } = received;
      const required = requiredSections(received.session.state);
      const joined = earlier && joinReply(earlier.result, text, attempt, required);
      const planning = joined ?? readPlanningAnswer(text, attempt, required);
      if (!given.force && bringsNothing(planning, attempt)) await refuseNothingFound(ports, received);
      return takePlanning(ports, received, planning);
    }
    case 'save-analysis':
      return accept(ports, received, { kind: 'analysis' });
    case 'complete':
      return accept(ports, received, implementationResult(text, (await given.evidence?.()) ?? null));
  }
}

function implementationResult(text: string, evidence: Evidence | null): AnswerResult {
  const report = readImplementationReport(text);
  return { kind: 'implementation', report, ...(evidence && { evidence }) };
}

/** Somebody else was quicker: the answer is kept all the same, and the error says where. */
async function sayingWhatIsKept<Result>({ session, attempt }: ReceivedAnswer, work: () => Promise<Result>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SessionChangedError)) throw error;
    throw new SessionChangedError(session.id, error.conflict, attempt);
  }
}

/** The answer that a reply can be joined to: one that lacks a section, or breaks off. */
async function earlierAnswer(ports: SessionPorts, session: Session) {
  const attempt = attemptOf(session.state, 'process');
  const result = await planningOf(ports.journal, session);
  if (attempt === null || result === null || sectionsToAskFor(result).length === 0) return null;
  return { attempt, result };
}

/** Whether none of the sections comes from this attempt. */
function bringsNothing({ sections }: PlanningResult, attempt: AttemptId): boolean {
  return Object.values(sections).every((section) => section?.attempt !== attempt);
}

/**
 * Keeps an answer that no step asks for, as a rejected attempt, and throws the error.
 *
 * @throws the error in any case
 */
export async function keepUnasked(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  given: GivenAnswer,
  error: PromptRunnerError,
): Promise<never> {
  if (given.bytes.length === 0) throw error;
  const received = await receive(ports, session, step, given, null);
  return refuseUnasked(ports, received, error);
}

async function receive(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  { bytes, input, force, part: named, received }: GivenAnswer,
  appendedTo: AttemptId | null,
): Promise<ReceivedAnswer> {
  const part = step === 'complete' ? (named ?? presentPart(session.state.parts ?? [])) : null;
  if (received !== undefined) return { session, step, part, attempt: received, bytes };
  const attempt = newAttemptId();
  await ports.journal.receive({
    id: attempt,
    sessionId: session.id,
    step,
    part,
    answer: bytes,
    input,
    forced: force,
    appendedTo,
    actor: ports.actor,
    at: ports.clock.now(),
  });
  return { session, step, part, attempt, bytes };
}

async function takePlanning(
  ports: SessionPorts,
  received: ReceivedAnswer,
  planning: PlanningResult,
): Promise<TakenAnswer> {
  const result: AnswerResult = { kind: 'planning', ...planning };
  if (planning.missing.length === 0) return accept(ports, received, result);
  const { session, attempt } = received;
  const prompt = await composeFollowUp(ports, session, planning);
  const moved = await moveSession(
    ports,
    session,
    { move: 'answer-incomplete', step: 'process', attempt },
    {
      settled: { attempt, outcome: 'incomplete', result, problem: null },
      issued: {
        id: newAttemptId(),
        sessionId: session.id,
        step: 'plan',
        part: null,
        prompt,
        at: ports.clock.now(),
      },
      ...planningFacts(planning),
    },
  );
  return { session: moved, attempt, result, followUp: prompt };
}

async function accept(
  ports: SessionPorts,
  { session, step, part, attempt }: ReceivedAnswer,
  result: AnswerResult,
): Promise<TakenAnswer> {
  const moved = await moveSession(
    ports,
    session,
    part === null
      ? { move: 'step-done', step, attempt }
      : { move: 'part-done', step: 'complete', part, attempt },
    {
      settled: { attempt, outcome: 'accepted', result, problem: null },
      ...(result.kind === 'planning' && planningFacts(result)),
    },
  );
  return { session: moved, attempt, result, followUp: null };
}
