import type { ModelAnswer } from '../../models/spec/model-answer.js';
import { ModelCallError } from '../../models/spec/model-fault.js';
import { type CheckedResponse, checkResponse } from './check-response.js';
import type { ConversationEnd, ConversationFailed } from './conversation-end.js';
import { ExecutionFailedError, ResponseSchemaError } from './errors.js';
import type { Executed } from './executed.js';
import type { ExecutionEnd } from './execution-journal.js';
import { isExpected, problemOf, unexpected } from './execution-problem.js';
import type { ExecutionTimes } from './execution-times.js';
import type { ConversationParts } from './recorded-calls.js';

/**
 * Puts on record what a conversation came to.
 * @throws ResponseSchemaError when the answer is not what the schema asks for; it is kept
 */
export async function finishAnswered(
  parts: ConversationParts,
  times: ExecutionTimes,
  held: ConversationEnd,
): Promise<Executed> {
  const { id } = parts.execution;
  const { answer, usage, cost, ended } = held;
  const { value, problem } = await checked(parts, times, held);
  await finish(parts, times, held, {
    ...columnsOf(answer),
    status: problem === null ? 'succeeded' : 'failed',
    problem: problem === null ? null : { code: 'schema', message: problem },
  });
  if (problem !== null) throw new ResponseSchemaError(id, problem);
  return { id, answer: { ...answer, usage }, value, cost, ...times.measured(ended.at), cached: null };
}

/** An answer that was paid for is kept, even when looking at it fails. */
async function checked(
  parts: ConversationParts,
  times: ExecutionTimes,
  held: ConversationEnd,
): Promise<CheckedResponse> {
  const { responseSchema } = parts.request;
  if (responseSchema === null) return { value: undefined, problem: null };
  try {
    return await checkResponse(held.answer.text, responseSchema);
  } catch (error) {
    await finish(parts, times, held, {
      ...columnsOf(held.answer),
      status: 'failed',
      problem: unexpected(error),
    });
    throw error;
  }
}

/**
 * Puts on record how far a conversation came that failed.
 * @throws ExecutionFailedError; a fault of the program as it is
 */
export async function finishFailed(
  parts: ConversationParts,
  times: ExecutionTimes,
  { failure, end, heard }: ConversationFailed,
): Promise<never> {
  const partial = failure instanceof ModelCallError ? failure.details.partial : null;
  const columns = partial === null ? nothing : columnsOf(partial);
  const expected = isExpected(failure);
  const problem = expected ? problemOf(failure) : unexpected(failure);
  await finish(parts, times, end, {
    ...columns,
    ...(!expected && heard !== '' && { response: heard }),
    status: problem.code === 'aborted' ? 'aborted' : 'failed',
    problem,
  });
  if (!expected) throw failure;
  throw new ExecutionFailedError(parts.execution.id, failure, problem, partial?.text ?? null);
}

async function finish(
  { ports, execution, price }: ConversationParts,
  times: ExecutionTimes,
  { ended, usage, cost }: Omit<ConversationEnd, 'answer'>,
  outcome: Outcome,
): Promise<void> {
  const measured = times.measured(ended.at);
  await ports.journal.finish(execution, ended, {
    ...outcome,
    ...measured,
    at: ended.at,
    usage,
    cost,
    price,
  });
}

type AnswerColumns = Pick<
  ExecutionEnd,
  'response' | 'reasoning' | 'answeredModel' | 'finishReason' | 'details' | 'warnings'
>;

type Outcome = AnswerColumns & Pick<ExecutionEnd, 'status' | 'problem'>;

const nothing: AnswerColumns = {
  response: null,
  reasoning: null,
  answeredModel: null,
  finishReason: null,
  details: {},
  warnings: [],
};

function columnsOf({ text, reasoning, model, finishReason, details, warnings }: ModelAnswer): AnswerColumns {
  return {
    response: text,
    reasoning: reasoning === '' ? null : reasoning,
    answeredModel: model,
    finishReason,
    details,
    warnings,
  };
}
