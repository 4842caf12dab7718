import { type IssuedStep, issuePrompt } from '../../engine/session/issue-prompt.js';
import { nextCommand } from '../../engine/session/next-command.js';
import type { PromptStep } from '../../engine/session/step.js';
import { type Deps, sessionPorts } from '../deps.js';
import { operation } from '../operation.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { IssueOutput } from './outputs.js';
import { promptView } from './views/prompt-view.js';
import { sessionView } from './views/session-view.js';

/**
 * Gives the analysis prompt.
 * @throws MoveNotAllowedError when the planning answer is not complete
 */
export const issueAnalysis = issuing('analyze');

/**
 * Gives the implementation prompt.
 * @throws MoveNotAllowedError when the analysis is missing
 */
export const issueImplementation = issuing('implement');

function issuing(step: PromptStep) {
  return operation(sessionInput, async (deps: Deps, { session: reference }): Promise<IssueOutput> => {
    const session = await findSession(deps, reference);
    return issueOutput(deps, step, await issuePrompt(sessionPorts(deps), session, step));
  });
}

export function issueOutput(deps: Deps, step: PromptStep, issued: IssuedStep): IssueOutput {
  return {
    session: sessionView(issued.session),
    prompt: promptView(deps, step, issued.prompt),
    moved: issued.moved,
    next: nextCommand(issued.session),
  };
}
