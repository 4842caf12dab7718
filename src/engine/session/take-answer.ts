import { sha256 } from '../../base/checksum.js';
import { type AttemptId, newAttemptId } from '../../base/ids.js';
import { decodeAnswer, planningSections } from '../../sections/index.js';
import { readImplementationReport } from '../../sections/report/index.js';
import { type AnswerSlip, slipOf } from './answer-slip.js';
import type { AnswerResult, InputSource } from './attempt.js';
import { type ComposedPrompt, composePrompt } from './compose-prompt.js';
import { AnswerRejectedError, NothingToAppendToError } from './errors.js';
import { moveSession, requireAllowed } from './move-session.js';
import type { PlanningResult } from './planning-result.js';
import { joinReply, readPlanningAnswer } from './read-planning-answer.js';
import { planningOf } from './results.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';
import { attemptOf } from './session-state.js';
import { type AnswerStep, stepFacts } from './step.js';
import { refusalOf } from './transition.js';

/** An answer as somebody gives it. */
export interface GivenAnswer {
  readonly bytes: Uint8Array;
  readonly input: InputSource;
  /** Take the answer although it looks like a slip. */
  readonly force: boolean;
  /** Join a planning answer to the incomplete one before it. */
  readonly append: boolean;
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
 * @throws AnswerRejectedError when the text cannot be meant; it stays as a rejected attempt
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
  if (given.bytes.length === 0)
    throw rejected(session, step, { slip: 'empty', message: 'The answer is empty.' }, null);
  const base = given.append ? await incompleteAnswer(ports, session) : null;
  const attempt = await receive(ports, session, step, given, base?.attempt ?? null);
  await refuseIfNotAllowed(ports, session, step, attempt);
  if (given.append && base === null) await refuseAppend(ports, session, step, attempt);
  const text = decodeAnswer(given.bytes);
  if (!given.force) await refuseSlips(ports, session, step, { text, bytes: given.bytes, attempt });
  switch (step) {
    case 'process':
      return takePlanning(
        ports,
        session,
        attempt,
        base ? joinReply(base.result, text, attempt) : readPlanningAnswer(text, attempt),
      );
    case 'save-analysis':
      return accept(ports, session, step, attempt, { kind: 'analysis' });
    case 'complete':
      return accept(ports, session, step, attempt, {
        kind: 'implementation',
        report: readImplementationReport(text),
      });
  }
}

async function incompleteAnswer(ports: SessionPorts, session: Session) {
  const attempt = attemptOf(session.state, 'process');
  const result = await planningOf(ports.journal, session);
  return attempt === null || result === null ? null : { attempt, result };
}

async function refuseAppend(ports: SessionPorts, session: Session, step: AnswerStep, attempt: AttemptId) {
  const error = new NothingToAppendToError(session.id);
  await reject(ports, session, step, attempt, { code: error.code, message: error.message });
  throw error;
}

async function receive(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  given: GivenAnswer,
  appendedTo: AttemptId | null,
): Promise<AttemptId> {
  const id = newAttemptId();
  await ports.journal.receive({
    id,
    sessionId: session.id,
    step,
    answer: given.bytes,
    input: given.input,
    forced: given.force,
    appendedTo,
    at: ports.clock.now(),
  });
  return id;
}

async function refuseIfNotAllowed(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  attempt: AttemptId,
) {
  const refusal = refusalOf(session.state, step);
  if (refusal === null) return;
  await reject(ports, session, step, attempt, {
    code: 'MOVE_NOT_ALLOWED',
    message: `"${step}" was not allowed.`,
  });
  requireAllowed(session, step, attempt);
}

async function refuseSlips(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  answer: { text: string; bytes: Uint8Array; attempt: AttemptId },
): Promise<void> {
  const attempts = await ports.journal.attempts(session.id);
  const issued = attempts.filter((attempt) => attempt.outcome === 'issued');
  const prompts = await Promise.all(issued.map(({ id }) => ports.journal.prompt(id)));
  const slip = slipOf({
    step,
    text: answer.text,
    checksum: sha256(answer.bytes),
    prompts: prompts.map(({ messages }) => messages.map((message) => message.text).join('\n')),
    attempts,
  });
  if (slip === null) return;
  await reject(ports, session, step, answer.attempt, {
    code: `SLIP_${slip.slip.toUpperCase()}`,
    message: slip.message,
  });
  throw rejected(session, step, slip, answer.attempt);
}

async function reject(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  attempt: AttemptId,
  problem: { code: string; message: string },
): Promise<void> {
  await ports.journal.commit({
    session,
    settled: { attempt, outcome: 'rejected', result: null, problem },
    event: {
      sessionId: session.id,
      at: ports.clock.now(),
      actor: ports.actor,
      kind: 'answer-rejected',
      step,
      attempt,
      before: session.state,
      after: session.state,
      undoes: null,
    },
  });
}

function rejected(session: Session, step: AnswerStep, slip: AnswerSlip, attempt: AttemptId | null) {
  const command = `prompt-runner orchestrate ${slip.belongsTo ?? step} --session ${session.id}`;
  const hint =
    attempt === null
      ? `Give ${stepFacts[step].yields} with --file, --paste or on standard input.`
      : `Give the right text; if it is meant, take the kept one with: prompt-runner orchestrate retry ${session.id} --attempt ${attempt} --force`;
  return new AnswerRejectedError(slip.slip, slip.message, attempt, { hint, next: command });
}

async function takePlanning(
  ports: SessionPorts,
  session: Session,
  attempt: AttemptId,
  planning: PlanningResult,
): Promise<TakenAnswer> {
  const result: AnswerResult = { kind: 'planning', ...planning };
  if (planning.missing.length === 0) return accept(ports, session, 'process', attempt, result);
  const followUp = await composeFollowUp(ports, session, planning);
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
        prompt: followUp,
        at: ports.clock.now(),
      },
      ...factsOf(planning),
    },
  );
  return { session: moved, attempt, result, followUp };
}

/** The prompt that asks only for the sections a planning answer lacks. */
export function composeFollowUp(
  ports: SessionPorts,
  session: Session,
  planning: PlanningResult,
): Promise<ComposedPrompt> {
  const missingSections = planningSections
    .filter(({ key }) => planning.missing.includes(key))
    .map(({ name }) => name);
  return composePrompt('follow-up', { session, planning, analysis: null, missingSections }, ports.templates);
}

async function accept(
  ports: SessionPorts,
  session: Session,
  step: AnswerStep,
  attempt: AttemptId,
  result: AnswerResult,
): Promise<TakenAnswer> {
  const moved = await moveSession(
    ports,
    session,
    { move: 'step-done', step, attempt },
    {
      settled: { attempt, outcome: 'accepted', result, problem: null },
      ...(result.kind === 'planning' && factsOf(result)),
    },
  );
  return { session: moved, attempt, result, followUp: null };
}

/** What lists show of the notes. */
export function factsOf(planning: PlanningResult | null): {
  complexity: string | null;
  timeEstimate: string | null;
} {
  return {
    complexity: planning?.notes?.complexity?.text ?? null,
    timeEstimate: planning?.notes?.timeEstimate?.text ?? null,
  };
}
