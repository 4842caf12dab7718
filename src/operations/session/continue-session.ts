import * as z from 'zod/mini';
import { composeFollowUp } from '../../engine/session/follow-up.js';
import { issuePart } from '../../engine/session/issue-part.js';
import { type IssuedStep, issuePrompt } from '../../engine/session/issue-prompt.js';
import { requireAllowed } from '../../engine/session/move-session.js';
import { continueCommand } from '../../engine/session/next-command.js';
import { presentPart } from '../../engine/session/part.js';
import { planningOf } from '../../engine/session/results.js';
import type { Session } from '../../engine/session/session.js';
import { dueStep } from '../../engine/session/session-state.js';
import {
  type AnswerStep,
  answerStepOf,
  isAnswerStep,
  type PromptStep,
  promptStepOf,
  type Step,
} from '../../engine/session/step.js';
import {
  type GivenAnswer,
  keepUnasked,
  type TakenAnswer,
  takeAnswer,
} from '../../engine/session/take-answer.js';
import { decodeAnswer, extractSections, planningSections } from '../../sections/index.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { findSession } from './find-session.js';
import { givenText } from './given-text.js';
import type { ContinueOutput } from './outputs.js';
import type { PromptView } from './view-shapes.js';
import { planningView } from './views/planning-view.js';
import { promptView } from './views/prompt-view.js';
import { secretsIn } from './views/secret-view.js';
import { sessionView } from './views/session-view.js';
import { summaryOf } from './views/summary-view.js';

const input = z.object({
  session: z.optional(z.string()),
  /** The answer for the present step; without one, the present prompt is given. */
  answer: z.optional(givenText),
  force: z._default(z.boolean(), false),
});

/**
 * Goes on with a session, whatever its step: takes the answer that is due and gives the next prompt.
 * A whole feature is `plan` and three of these.
 *
 * @throws NotAllowedError when nothing is due any more
 * @throws AnswerRejectedError when the text cannot be the answer; it is kept all the same
 */
export const continueSession = guarded(
  needs.continueSession,
  input,
  async (deps: Deps, given): Promise<ContinueOutput> => {
    const session = await findSession(deps, given.session);
    const due = dueStep(session.state);
    if (given.answer === undefined) {
      if (due === null) throw nothingDue(session);
      return givePresentPrompt(deps, session, due);
    }
    const { bytes, input: source } = given.answer;
    const step = answerStepOf(due);
    const append = step === 'process' && isReply(session, bytes);
    const answer = { bytes, input: source, force: given.force, append };
    if (due === null) return keepUnasked(sessionPorts(deps), session, step, answer, nothingDue(session));
    return goOn(deps, session, step, answer);
  },
);

function nothingDue(session: Session): NotAllowedError {
  const why = session.state.lifecycle === 'active' ? 'completed' : session.state.lifecycle;
  return new NotAllowedError(`Session ${session.id} is ${why}; nothing is due.`, {
    hint: why === 'completed' ? 'Look at it, or take a step again with retry.' : 'Take that back to go on.',
    next: continueCommand(session),
  });
}

/** After an incomplete answer, what comes is a reply to the follow-up, unless it is whole by itself. */
function isReply(session: Session, bytes: Uint8Array): boolean {
  if (session.state.steps.process.state !== 'incomplete') return false;
  return extractSections(decodeAnswer(bytes), planningSections).report.missing.length > 0;
}

async function goOn(
  deps: Deps,
  session: Session,
  step: AnswerStep,
  given: GivenAnswer,
): Promise<ContinueOutput> {
  const taken = await takeAnswer(sessionPorts(deps), session, step, given);
  const { session: moved, prompt } = await promptAfter(deps, taken);
  const { result } = taken;
  return {
    session: sessionView(moved),
    taken: { step, part: step === 'complete' ? presentPartOf(session) : null, attempt: taken.attempt },
    planning: result.kind === 'planning' ? planningView(result) : null,
    missing: result.kind === 'planning' ? [...result.missing] : [],
    secrets: secretsIn(given.bytes),
    prompt,
    summary: dueStep(moved.state) === null ? await summaryOf(deps, moved) : null,
    next: continueCommand(moved),
  };
}

/** The prompt that is due after an answer: the next step's, the next part's, or the one for what is missing. */
async function promptAfter(
  deps: Deps,
  { session, followUp }: TakenAnswer,
): Promise<{ session: Session; prompt: PromptView | null }> {
  if (followUp !== null) return { session, prompt: promptView(deps, 'plan', followUp) };
  const due = dueStep(session.state);
  return due === null || isAnswerStep(due) ? { session, prompt: null } : givePrompt(deps, session, due);
}

async function givePrompt(
  deps: Deps,
  session: Session,
  step: PromptStep,
): Promise<{ session: Session; prompt: PromptView }> {
  const ports = sessionPorts(deps);
  const inParts = step === 'implement' && session.state.parts !== null;
  const issued = inParts ? await issuePart(ports, session, null) : await issuePrompt(ports, session, step);
  return issueOutputOf(deps, step, issued);
}

function issueOutputOf(deps: Deps, step: PromptStep, { session, prompt }: IssuedStep) {
  return { session, prompt: promptView(deps, step, prompt, presentPartOf(session)) };
}

function presentPartOf({ state }: Session): number | null {
  return state.parts === null ? null : presentPart(state.parts);
}

async function givePresentPrompt(deps: Deps, session: Session, due: Step): Promise<ContinueOutput> {
  requireAllowed(session, due);
  const { session: moved, prompt, missing } = await presentPrompt(deps, session, due);
  return {
    session: sessionView(moved),
    taken: null,
    planning: null,
    missing,
    secrets: [],
    prompt,
    summary: null,
    next: continueCommand(moved),
  };
}

async function presentPrompt(
  deps: Deps,
  session: Session,
  due: Step,
): Promise<{ session: Session; prompt: PromptView; missing: ContinueOutput['missing'] }> {
  const ports = sessionPorts(deps);
  const incomplete = due === 'process' && session.state.steps.process.state === 'incomplete';
  const planning = incomplete ? await planningOf(ports.journal, session) : null;
  if (planning !== null) {
    const prompt = promptView(deps, 'plan', await composeFollowUp(ports, session, planning));
    return { session, prompt, missing: [...planning.missing] };
  }
  const step = isAnswerStep(due) ? promptStepOf[due] : due;
  return { ...(await givePrompt(deps, session, step)), missing: [] };
}
