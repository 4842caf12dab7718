import { nextCommand } from '../../engine/session/next-command.js';
import { type TakenAnswer, takeAnswer } from '../../engine/session/take-answer.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { answerInput, givenAnswer } from './given-text.js';
import type { SaveAnalysisOutput } from './outputs.js';
import { secretsIn } from './views/secret-view.js';
import { sessionView } from './views/session-view.js';

/**
 * Keeps the analysis of the codebase.
 *
 * @throws AnswerRejectedError when the text cannot be an analysis; it is kept all the same
 * @throws MoveNotAllowedError when the analysis prompt was not given yet
 */
export const saveAnalysis = guarded(
  needs.saveAnalysis,
  answerInput,
  async (deps: Deps, given): Promise<SaveAnalysisOutput> => {
    const session = await findSession(deps, given.session);
    const taken = await takeAnswer(sessionPorts(deps), session, 'save-analysis', givenAnswer(given));
    return saveAnalysisOutput(taken, given.answer.bytes);
  },
);

export function saveAnalysisOutput(taken: TakenAnswer, bytes: Uint8Array): SaveAnalysisOutput {
  return {
    session: sessionView(taken.session),
    attempt: taken.attempt,
    size: bytes.length,
    secrets: secretsIn(bytes),
    next: nextCommand(taken.session),
  };
}
