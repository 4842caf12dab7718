import type { ModelMessage } from '../../../models/spec/model-request.js';
import { execute } from '../../execution/execute.js';
import type { ExecutedPrompt } from '../../execution/execution.js';
import type { ExecutionWatch } from '../../execution/execution-request.js';
import type { Message } from '../attempt.js';
import { AnswerRejectedError } from '../errors.js';
import type { Session } from '../session.js';
import { type TakenAnswer, takeAnswer } from '../take-answer.js';
import { PlanIncompleteError } from './errors.js';
import { openFollowUp } from './open-follow-up.js';
import { asModelMessage, stepPrompt } from './step-prompt.js';
import type { AskPorts, StepAnswer, StepQuestion } from './step-question.js';
import { untakenAnswer } from './untaken-answer.js';

/** A step that a model did. */
export interface AskedStep {
  readonly taken: Omit<TakenAnswer, 'followUp'>;
  readonly executions: readonly StepAnswer[];
}

/** All that the questions of one step have in common. */
interface Asking {
  readonly ports: AskPorts;
  readonly question: StepQuestion;
  readonly prompt: ExecutedPrompt;
  readonly watch: ExecutionWatch;
}

/** How far a step has come. */
interface Talk extends AskedStep {
  /** All that was said, the last answer included. */
  readonly messages: readonly ModelMessage[];
  /** Asks for what is missing; null when nothing is. */
  readonly followUp: readonly Message[] | null;
}

const MOST_FOLLOW_UPS = 2;

/**
 * Has a step of a session done by a model: asks with the prompt that was given, and takes the answer as if
 * somebody had pasted it. Sections that are missing are asked for by themselves, at most twice. What was
 * answered already is not asked again: a plan that lacks sections goes on with its follow-up, and an answer
 * that the session never got is taken.
 *
 * @throws ExecutionFailedError, CostCeilingError and their like when there is no answer
 * @throws AnswerRejectedError when the answer cannot be meant; it is kept
 * @throws PlanIncompleteError when sections are missing after all; what there is is kept
 */
export async function askStep(
  ports: AskPorts,
  question: StepQuestion,
  watch: ExecutionWatch,
): Promise<AskedStep> {
  const { executed, messages } = await stepPrompt(ports.session, question);
  const asking: Asking = { ports, question, prompt: executed, watch };
  const begun = await openFollowUp(ports.session, question, messages);
  let talk = begun === null ? await opened(asking, messages) : { ...begun, executions: [] };
  for (let made = 0; talk.followUp !== null; made++) {
    if (made === MOST_FOLLOW_UPS) throw new PlanIncompleteError(talk.taken, made, talk.executions);
    talk = await followedUp(asking, talk, talk.followUp);
  }
  return talk;
}

async function opened(asking: Asking, messages: readonly ModelMessage[]): Promise<Talk> {
  const answer = await answerTo(asking, messages);
  const taken = await take(asking, asking.question.session, answer, false);
  return {
    taken,
    executions: [answer],
    messages: [...messages, { role: 'assistant', text: answer.text }],
    followUp: taken.followUp?.messages ?? null,
  };
}

/** A reply that brings nothing leaves the answer before it as it was: it may be asked for once more. */
async function followedUp(asking: Asking, before: Talk, followUp: readonly Message[]): Promise<Talk> {
  const messages = [...before.messages, ...followUp.map(asModelMessage)];
  const reply = await answerTo(asking, messages);
  const talk: Talk = {
    ...before,
    executions: [...before.executions, reply],
    messages: [...messages, { role: 'assistant', text: reply.text }],
  };
  try {
    const taken = await take(asking, before.taken.session, reply, true);
    return { ...talk, taken, followUp: taken.followUp?.messages ?? null };
  } catch (error) {
    if (!(error instanceof AnswerRejectedError)) throw error;
    return { ...talk, taken: { ...before.taken, session: await asking.ports.load() } };
  }
}

/** The answer that the process before did not come to take, or else the model's. */
async function answerTo(
  { ports, question, prompt, watch }: Asking,
  messages: readonly ModelMessage[],
): Promise<StepAnswer> {
  const { session, step, part, asked } = question;
  const place = { session: session.id, step, part, attempt: null };
  const { execution, session: sessionPorts, executions } = ports;
  const there = await untakenAnswer(executions, sessionPorts.journal, {
    place,
    model: asked.model,
    messages,
  });
  if (there !== null) {
    watch.onActivity?.(`takes the answer of execution ${there.execution}, which is there already`);
    return { id: there.execution, text: there.text, cost: 0, received: there.received };
  }
  const { id, answer, cost } = await execute(
    execution,
    {
      ...asked,
      messages,
      responseSchema: null,
      prompt,
      project: session.project?.id ?? null,
      place,
      rerunOf: null,
      cachedSince: null,
    },
    watch,
  );
  return { id, text: answer.text, cost, received: null };
}

async function take(
  { ports, question: { step, part, asked, evidence } }: Asking,
  session: Session,
  { id, text, received }: StepAnswer,
  append: boolean,
): Promise<TakenAnswer> {
  const given = {
    bytes: new TextEncoder().encode(text),
    input: { method: asked.agent === null ? 'model' : 'agent', name: id },
    force: false,
    append,
    part: part ?? undefined,
    evidence,
    received: received ?? undefined,
  } as const;
  const { journal } = ports.execution;
  try {
    const taken = await takeAnswer(ports.session, session, step, given);
    await journal.becameAttempt(id, taken.attempt);
    return taken;
  } catch (error) {
    const kept = error instanceof AnswerRejectedError ? error.attempt : null;
    if (kept !== null) await journal.becameAttempt(id, kept);
    throw error;
  }
}
