import { newAttemptId } from '../../base/ids.js';
import { type ComposedPrompt, composePrompt } from './compose-prompt.js';
import { moveSession, requireAllowed } from './move-session.js';
import type { PromptKind } from './prompt-template.js';
import type { PartVariables } from './prompt-variables.js';
import { analysisOf, planningOf } from './results.js';
import { replacedRequestOf, revisionMaterial } from './revision-material.js';
import type { Session } from './session.js';
import type { NewPromptAttempt } from './session-journal.js';
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
  const prompt = await composeStep(ports, session, step);
  if (await wasIssued(ports, session, step, prompt)) return { session, prompt, moved: false };
  return issue(ports, session, step, prompt);
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
  return issue(ports, session, step, await composeStep(ports, session, step));
}

/** Renders the prompt of a step from what stands, for the whole or for a part. */
export async function composeStep(
  ports: SessionPorts,
  session: Session,
  step: PromptStep,
  part?: PartVariables,
): Promise<ComposedPrompt> {
  return composeAfter(ports, session, step, await replacedRequestOf(ports.journal, session), part);
}

/** The same, for a session whose request replaces these words. */
export async function composeAfter(
  { journal, templates, context }: SessionPorts,
  session: Session,
  step: PromptStep,
  replacedRequest: string | null,
  part?: PartVariables,
): Promise<ComposedPrompt> {
  const revision = await revisionMaterial(journal, session, step, replacedRequest);
  const material = {
    session,
    planning: await planningOf(journal, session),
    analysis: await analysisOf(journal, session),
    missingSections: [],
    context,
    ...(revision && { revision }),
    ...(part && { part }),
  };
  return composePrompt(kindOf[step], material, templates);
}

/** A prompt as the journal takes it. */
export function newPrompt(
  ports: SessionPorts,
  session: Session,
  step: PromptStep,
  prompt: ComposedPrompt,
  part: number | null = null,
): NewPromptAttempt {
  return { id: newAttemptId(), sessionId: session.id, step, part, prompt, at: ports.clock.now() };
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
): Promise<IssuedStep> {
  const issued = newPrompt(ports, session, step, prompt);
  const moved = await moveSession(
    ports,
    session,
    { move: 'step-done', step, attempt: issued.id },
    { issued },
  );
  return { session: moved, prompt, moved: true };
}
