import type { AttemptId } from '../../../base/ids.js';
import type { ModelMessage } from '../../../models/spec/model-request.js';
import type { ExecutedPrompt } from '../../execution/execution.js';
import type { Message } from '../attempt.js';
import { attemptText } from '../results.js';
import type { Session } from '../session.js';
import type { IssuedPrompt } from '../session-journal.js';
import type { SessionPorts } from '../session-ports.js';
import { attemptOf } from '../session-state.js';
import { type AnswerStep, promptStepOf } from '../step.js';
import type { StepQuestion } from './step-question.js';

/** What a model is asked first for a step, and where that comes from. */
export interface StepPrompt {
  readonly executed: ExecutedPrompt;
  readonly messages: readonly ModelMessage[];
}

/** The prompt that was given for the step; after a rejection, with the answer that was turned down, and why. */
export async function stepPrompt(ports: SessionPorts, question: StepQuestion): Promise<StepPrompt> {
  const issued = await issuedPrompt(ports, question);
  const opening = issued.messages.map(asModelMessage);
  return {
    executed: executedPrompt(issued),
    messages: [...opening, ...(await rejectedAnswer(ports, question))],
  };
}

export function asModelMessage({ role, text }: Message): ModelMessage {
  return { role, text };
}

async function rejectedAnswer(
  { journal }: SessionPorts,
  { session, step, part, rejection }: StepQuestion,
): Promise<readonly ModelMessage[]> {
  const before = rejection && answerBefore(session, step, part);
  if (before === null) return [];
  return [
    { role: 'assistant', text: await attemptText(journal, before) },
    { role: 'user', text: rejectionText(rejection?.comment ?? null) },
  ];
}

async function issuedPrompt(
  { journal }: SessionPorts,
  { session: { state }, step, part }: StepQuestion,
): Promise<IssuedPrompt> {
  const whole = attemptOf(state, promptStepOf[step]);
  const attempt = part === null ? whole : (state.parts?.[part - 1]?.prompt ?? whole);
  if (attempt === null) throw new Error(`the step ${step} was asked for before its prompt was given`);
  return journal.prompt(attempt);
}

/** The template that the prompt was rendered from; one of the library has a version there. */
function executedPrompt({ template, source }: IssuedPrompt): ExecutedPrompt {
  const stored = source !== null && source.layer !== 'built-in' && source.layer !== 'workspace';
  return { reference: template, version: (stored && source.versions[0]) || null };
}

function answerBefore({ state }: Session, step: AnswerStep, part: number | null): AttemptId | null {
  return part === null ? attemptOf(state, step) : (state.parts?.[part - 1]?.report ?? null);
}

function rejectionText(comment: string | null): string {
  const reason = comment === null ? '' : `\n\nWhat was said to it:\n\n${comment}`;
  return `Your answer was read and not approved.${reason}\n\nDo it again, and give the whole answer anew, in the same form.`;
}
