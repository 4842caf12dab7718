import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import { type TakenAnswer, takeAnswer } from '../../engine/session/take-answer.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { answerInput, givenAnswer } from './given-text.js';
import type { CompleteOutput } from './outputs.js';
import { evidenceByHand } from './run/evidence-by-hand.js';
import { secretsIn } from './views/secret-view.js';
import { sessionView } from './views/session-view.js';
import { summaryOf } from './views/summary-view.js';

const input = z.extend(answerInput, {
  /** The part that the report is for, from 1; the one being worked on when none is named. */
  part: z.optional(z.int().check(z.positive())),
  /** The test command, a program and its arguments: with it, the codebase is looked at. */
  verify: z.optional(z.array(z.string()).check(z.minLength(1))),
});

/**
 * Takes the implementation report, completes the session and sums it up.
 *
 * @throws AnswerRejectedError when the text cannot be a report; it is kept all the same
 * @throws MoveNotAllowedError when the implementation prompt was not given yet
 */
export const completeSession = guarded(
  needs.completeSession,
  input,
  async (deps: Deps, given): Promise<CompleteOutput> => {
    const session = await findSession(deps, given.session);
    const { verify } = given;
    const taken = await takeAnswer(sessionPorts(deps), session, 'complete', {
      ...givenAnswer(given),
      part: given.part,
      evidence: verify && (() => evidenceByHand(deps, session, verify)),
    });
    return completeOutput(deps, taken, given.answer.bytes);
  },
);

export async function completeOutput(
  deps: Deps,
  taken: TakenAnswer,
  bytes: Uint8Array,
): Promise<CompleteOutput> {
  if (taken.result.kind !== 'implementation') throw new Error('an implementation answer has a report');
  return {
    session: sessionView(taken.session),
    attempt: taken.attempt,
    summary: await summaryOf(deps, taken.session),
    secrets: secretsIn(bytes),
    next: nextCommand(taken.session),
  };
}
