import { sha256 } from '../../base/checksum.js';
import type { PromptRunnerError } from '../../base/errors.js';
import type { AttemptId } from '../../base/ids.js';
import { formatMinute } from '../../base/text/format-minute.js';
import { type AnswerSlip, slipOf } from './answer-slip.js';
import type { AttemptProblem } from './attempt.js';
import { AnswerRejectedError, NothingToAppendToError } from './errors.js';
import { notAllowed } from './move-session.js';
import { nextCommand } from './next-command.js';
import type { Session } from './session.js';
import { standingText } from './session-conflict.js';
import type { SessionPorts } from './session-ports.js';
import { attemptOf, isSettled } from './session-state.js';
import type { AnswerStep } from './step.js';
import { describeRefusal, refusalOf, refusalOfReport } from './transition.js';

/** An answer that is kept already, and that nothing has been made of yet. */
export interface ReceivedAnswer {
  readonly session: Session;
  readonly step: AnswerStep;
  readonly part: number | null;
  readonly attempt: AttemptId;
  readonly bytes: Uint8Array;
}

/** @throws MoveNotAllowedError when the session does not allow the step now */
export async function refuseMove(ports: SessionPorts, received: ReceivedAnswer): Promise<void> {
  const { session, step, part, attempt } = received;
  const refusal = part === null ? refusalOf(session.state, step) : refusalOfReport(session.state, part);
  if (refusal === null) return;
  await reject(ports, received, { code: 'MOVE_NOT_ALLOWED', message: describeRefusal(refusal) });
  throw notAllowed(session, refusal, attempt);
}

/** @throws NothingToAppendToError in any case */
export async function refuseReplyToNothing(ports: SessionPorts, received: ReceivedAnswer): Promise<never> {
  const error = new NothingToAppendToError(received.session.id, received.attempt);
  await reject(ports, received, { code: error.code, message: error.message });
  throw error;
}

/** @throws AnswerRejectedError when the text cannot be meant */
export async function refuseSlips(
  ports: SessionPorts,
  received: ReceivedAnswer,
  text: string,
): Promise<void> {
  const attempts = await ports.journal.attempts(received.session.id);
  const issued = attempts.filter(({ outcome }) => outcome === 'issued');
  const prompts = await Promise.all(issued.map(({ id }) => ports.journal.prompt(id)));
  const slip = slipOf({
    step: received.step,
    text,
    checksum: sha256(received.bytes),
    featureRequest: received.session.featureRequest,
    prompts: prompts.map(({ messages }) => messages.map((message) => message.text).join('\n')),
    attempts,
  });
  if (slip === null) return;
  await reject(ports, received, { code: slipCode(slip), message: slip.message });
  throw rejected(received, slip);
}

/** @throws AnswerRejectedError in any case */
export async function refuseNothingFound(ports: SessionPorts, received: ReceivedAnswer): Promise<never> {
  const slip = {
    slip: 'nothing-found',
    message: 'None of the sections that were asked for is in this text.',
  } as const;
  await reject(ports, received, { code: slipCode(slip), message: slip.message });
  throw rejected(received, slip);
}

/**
 * An answer to a step that somebody else answered already takes that one's place, which hardly anybody means who has
 * not looked since.
 *
 * @throws AnswerRejectedError when it is so
 */
export async function refuseReplacing(ports: SessionPorts, received: ReceivedAnswer): Promise<void> {
  const { session } = received;
  const standing = standingAnswer(received);
  if (standing === null) return;
  const history = await ports.journal.history(session.id);
  const given = history.findLast(({ attempt }) => attempt === standing);
  if (given === undefined || given.actor === ports.actor) return;
  const slip = {
    slip: 'answered-already',
    message: `${given.actor} answered this step at ${formatMinute(given.at)}, and the session is at move ${standingText(session)}. This answer would take the place of that one.`,
  } as const;
  await reject(ports, received, { code: slipCode(slip), message: slip.message });
  throw rejected(received, slip);
}

/** The answer whose result stands. */
function standingAnswer({ session: { state }, step, part }: ReceivedAnswer): AttemptId | null {
  if (part !== null) return state.parts?.[part - 1]?.report ?? null;
  return isSettled(state, step) ? attemptOf(state, step) : null;
}

/**
 * Keeps an answer that no step asks for, and refuses it.
 * @throws the error in any case
 */
export async function refuseUnasked(
  ports: SessionPorts,
  received: ReceivedAnswer,
  error: PromptRunnerError,
): Promise<never> {
  await reject(ports, received, { code: error.code, message: error.message });
  throw error;
}

function slipCode({ slip }: AnswerSlip): string {
  return `SLIP_${slip.replace('-', '_').toUpperCase()}`;
}

async function reject(
  ports: SessionPorts,
  { session, step, attempt }: ReceivedAnswer,
  problem: AttemptProblem,
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

function rejected({ session, attempt }: ReceivedAnswer, { slip, message }: AnswerSlip) {
  return new AnswerRejectedError(slip, message, attempt, {
    // The command has a line of its own, which no terminal breaks.
    hint: `Give the right text; if this one is meant, take it with:\nprompt-runner orchestrate retry ${session.id} --attempt ${attempt} --force`,
    next: nextCommand(session),
  });
}
