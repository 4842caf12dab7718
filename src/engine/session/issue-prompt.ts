import { newAttemptId } from '../../base/ids.js';
import { type ComposedPrompt, composePrompt } from './compose-prompt.js';
import { moveSession, requireAllowed } from './move-session.js';
import type { PromptKind } from './prompt-template.js';
import type { PromptMaterial } from './prompt-variables.js';
import { analysisOf, planningOf } from './results.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';
import { attemptOf } from './session-state.js';
import type { PromptStep } from './step.js';

const kindOf: Readonly<Record<PromptStep, PromptKind>> = {
  plan: 'orchestrator',
  analyze: 'analysis',
  implement: 'implementation',
};

export interface IssuedStep {
  readonly session: Session;
  readonly prompt: ComposedPrompt;
  /** False when the very same prompt had been given before and was only shown again. */
  readonly moved: boolean;
}

/**
 * Gives the prompt of a step. When the step is done already and the prompt has not changed, it is shown
 * again and the session stays as it is.
 *
 * @throws MoveNotAllowedError when an earlier result is missing or the session is closed
 */
export async function issuePrompt(
  ports: SessionPorts,
  session: Session,
  step: PromptStep,
): Promise<IssuedStep> {
  requireAllowed(session, step);
  const prompt = await composeFor(ports, session, step);
  if (await wasIssued(ports, session, step, prompt)) return { session, prompt, moved: false };
  return { session: await issue(ports, session, step, prompt), prompt, moved: true };
}

/**
 * Gives the prompt of a step anew and makes the step the last one done: what came after it becomes stale.
 *
 * @throws MoveNotAllowedError when an earlier result is missing or the session is closed
 */
export async function reissuePrompt(
  ports: SessionPorts,
  session: Session,
  step: PromptStep,
): Promise<IssuedStep> {
  requireAllowed(session, step);
  const prompt = await composeFor(ports, session, step);
  return { session: await issue(ports, session, step, prompt), prompt, moved: true };
}

async function composeFor(ports: SessionPorts, session: Session, step: PromptStep): Promise<ComposedPrompt> {
  const material: PromptMaterial = {
    session,
    planning: await planningOf(ports.journal, session),
    analysis: await analysisOf(ports.journal, session),
    missingSections: [],
  };
  return composePrompt(kindOf[step], material, ports.templates);
}

async function wasIssued(
  ports: SessionPorts,
  session: Session,
  step: PromptStep,
  prompt: ComposedPrompt,
): Promise<boolean> {
  const attempt = attemptOf(session.state, step);
  if (attempt === null || session.state.steps[step].state !== 'done') return false;
  const before = await ports.journal.prompt(attempt);
  return JSON.stringify(before.messages) === JSON.stringify(prompt.messages);
}

async function issue(
  ports: SessionPorts,
  session: Session,
  step: PromptStep,
  prompt: ComposedPrompt,
): Promise<Session> {
  const attempt = newAttemptId();
  return moveSession(
    ports,
    session,
    { move: 'step-done', step, attempt },
    {
      issued: { id: attempt, sessionId: session.id, step, prompt, at: ports.clock.now() },
    },
  );
}
