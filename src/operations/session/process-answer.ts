import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import type { PlanningResult } from '../../engine/session/planning-result.js';
import type { Session } from '../../engine/session/session.js';
import { type TakenAnswer, takeAnswer } from '../../engine/session/take-answer.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { answerInput, givenAnswer } from './given-text.js';
import type { ProcessOutput } from './outputs.js';
import { planningView } from './views/planning-view.js';
import { promptView } from './views/prompt-view.js';
import { secretsIn } from './views/secret-view.js';
import { sessionView } from './views/session-view.js';
import { suggestionView } from './views/suggestion-view.js';

const input = z.extend(answerInput, {
  /** Join the answer to the incomplete one before it. */
  append: z._default(z.boolean(), false),
});

/**
 * Takes the answer to the planning prompt apart. When a section is missing the session stays in planning,
 * `missing` names it and `followUp` asks for it.
 *
 * @throws AnswerRejectedError when the text cannot be the answer; it is kept all the same
 * @throws MoveNotAllowedError when the session is cancelled
 */
export const processAnswer = guarded(
  needs.processAnswer,
  input,
  async (deps: Deps, given): Promise<ProcessOutput> => {
    const session = await findSession(deps, given.session);
    const taken = await takeAnswer(sessionPorts(deps), session, 'process', givenAnswer(given, given.append));
    return processOutput(deps, taken, given.answer.bytes);
  },
);

export function processOutput(deps: Deps, taken: TakenAnswer, bytes: Uint8Array): ProcessOutput {
  if (taken.result.kind !== 'planning') throw new Error('a planning answer has a planning result');
  return {
    session: sessionView(taken.session),
    attempt: taken.attempt,
    ...planningView(taken.result),
    secrets: secretsIn(bytes),
    followUp: taken.followUp && promptView(deps, 'plan', taken.followUp),
    suggestion: suggestionView(taken.session, taken.result),
    next: nextOf(taken.session, taken.result),
  };
}

function nextOf(session: Session, planning: PlanningResult): string {
  return planning.missing.length === 0 ? nextCommand(session) : `${nextCommand(session)} --append`;
}
