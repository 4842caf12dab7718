import type { ModelAnswer } from '../../models/spec/model-answer.js';
import { checkResponse } from './check-response.js';
import type { Executed } from './executed.js';
import type { NewExecution } from './execution.js';
import type { CachedAnswer } from './execution-journal.js';
import type { ExecutionPorts } from './execution-ports.js';
import type { ExecutionRequest } from './execution-request.js';

/** Takes the answer that is there already, and puts that on record; null when the model has to be asked. */
export async function answerFromCache(
  { journal, clock }: ExecutionPorts,
  { cachedSince, responseSchema }: ExecutionRequest,
  execution: NewExecution,
): Promise<Executed | null> {
  if (cachedSince === null || execution.cacheKey === null) return null;
  const cached = await journal.cached(execution.cacheKey, cachedSince);
  if (cached === null || !(await journal.answerFromCache(execution, cached))) return null;
  const value = responseSchema && (await checkResponse(cached.response, responseSchema)).value;
  return {
    id: execution.id,
    answer: answerOf(cached),
    value: value ?? undefined,
    cost: 0,
    latencyMs: clock.now().getTime() - execution.at.getTime(),
    firstTokenMs: null,
    cached: { execution: cached.execution, at: cached.at },
  };
}

function answerOf({ response, reasoning, answeredModel, finishReason, usage }: CachedAnswer): ModelAnswer {
  return {
    text: response,
    reasoning: reasoning ?? '',
    toolCalls: [],
    finishReason,
    usage,
    model: answeredModel,
    requestId: null,
    reportedCost: 0,
    details: {},
    warnings: [],
  };
}
