import * as z from 'zod/mini';
import type { Attempt } from '../../engine/session/attempt.js';
import { reissuePrompt } from '../../engine/session/issue-prompt.js';
import type { Session } from '../../engine/session/session.js';
import { dueStep } from '../../engine/session/session-state.js';
import {
  type AnswerStep,
  isAnswerStep,
  type PromptStep,
  promptStepOf,
  type Step,
  steps,
} from '../../engine/session/step.js';
import { takeAnswer } from '../../engine/session/take-answer.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { completeOutput } from './complete-session.js';
import { findAttempt } from './find-attempt.js';
import { findSession } from './find-session.js';
import { issueOutput } from './issue-prompt.js';
import type { RetryOutput } from './outputs.js';
import { processOutput } from './process-answer.js';
import { saveAnalysisOutput } from './save-analysis.js';

const input = z.object({
  session: z.optional(z.string()),
  /** The step to take again; the present one when none is named. */
  step: z.optional(z.enum(steps)),
  /** An answer kept earlier, to be read again. */
  attempt: z.optional(z.string()),
  force: z._default(z.boolean(), false),
});

/**
 * Takes a step again: gives its prompt anew, or reads a kept answer once more. What came after the step
 * becomes stale.
 *
 * @throws NotFoundError when the attempt does not exist
 * @throws NotAllowedError when the attempt holds a prompt and no answer
 */
export const retryStep = guarded(needs.retryStep, input, async (deps: Deps, given): Promise<RetryOutput> => {
  const session = await findSession(deps, given.session);
  if (given.attempt === undefined) return giveAgain(deps, session, given.step);
  return readAgain(deps, session, await findAttempt(deps, session, given.attempt), given);
});

async function giveAgain(deps: Deps, session: Session, named: Step | undefined): Promise<RetryOutput> {
  const step = promptStep(named ?? dueStep(session.state) ?? 'implement');
  return issueOutput(deps, step, await reissuePrompt(sessionPorts(deps), session, step));
}

function promptStep(step: Step): PromptStep {
  return isAnswerStep(step) ? promptStepOf[step] : step;
}

async function readAgain(
  deps: Deps,
  session: Session,
  attempt: Attempt,
  { step: named, force }: z.output<typeof input>,
): Promise<RetryOutput> {
  const step = named ?? attempt.step;
  if (attempt.outcome === 'issued' || !isAnswerStep(step)) {
    throw new NotAllowedError(
      `Attempt ${attempt.id} is a prompt that was given out; there is no answer in it.`,
      {
        hint: 'Name an attempt at process, save-analysis or complete.',
        next: `prompt-runner orchestrate show ${session.id}`,
      },
    );
  }
  const bytes = await deps.store.journal.answer(attempt.id);
  const kept = { bytes, input: { method: 'kept', name: attempt.id }, force, append: false } as const;
  const taken = await takeAnswer(sessionPorts(deps), session, step, kept);
  return outputs[step](deps, taken, bytes);
}

const outputs: Readonly<
  Record<
    AnswerStep,
    (
      deps: Deps,
      taken: Awaited<ReturnType<typeof takeAnswer>>,
      bytes: Uint8Array,
    ) => RetryOutput | Promise<RetryOutput>
  >
> = {
  process: processOutput,
  'save-analysis': (_, taken, bytes) => saveAnalysisOutput(taken, bytes),
  complete: completeOutput,
};
