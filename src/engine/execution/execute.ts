import { newExecutionId } from '../../base/ids.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import { answerFromCache } from './answer-from-cache.js';
import { cacheKeyOf } from './cache-key.js';
import { Conversation } from './conversation.js';
import { ConversationFailed } from './conversation-end.js';
import type { Executed } from './executed.js';
import type { NewExecution } from './execution.js';
import type { ExecutionPorts } from './execution-ports.js';
import type { ExecutionRequest, ExecutionWatch } from './execution-request.js';
import { ExecutionTimes } from './execution-times.js';
import { finishAnswered, finishFailed } from './finish-execution.js';
import type { ConversationParts } from './recorded-calls.js';
import { requireSoundSchema } from './require-sound-schema.js';

/**
 * Asks a model, and puts everything on record: the question before it is asked, each call before it is
 * made, the answer or how far it came.
 *
 * @throws AnswerSchemaError when no answer could be held against the schema
 * @throws ModelUnknownError, KeyMissingError and their like when the model cannot be asked at all
 * @throws CostCeilingError, PriceUnknownError before any call, when it might cost more than may be spent
 * @throws ExecutionFailedError when no whole answer came; what came is kept
 * @throws ResponseSchemaError when the answer is not what the schema asks for; it is kept
 */
export async function execute(
  ports: ExecutionPorts,
  request: ExecutionRequest,
  watch: ExecutionWatch,
): Promise<Executed> {
  if (request.responseSchema !== null) await requireSoundSchema(request.responseSchema);
  const model = await ports.models.open(request.model);
  const execution = newExecution(ports, request, model);
  const cached = await answerFromCache(ports, request, execution);
  if (cached !== null) return cached;
  const price = await ports.priceOf(model.name, execution.at);
  return ask({ ports, model, price, execution, request }, watch);
}

function newExecution(
  { clock, actor }: ExecutionPorts,
  request: ExecutionRequest,
  model: OpenModel,
): NewExecution {
  const { project, place, prompt, messages, parameters, responseSchema, tools, rerunOf } = request;
  return {
    id: newExecutionId(),
    kind: model.kind,
    project,
    place,
    prompt,
    model: writtenModelName(model.name),
    messages,
    parameters,
    responseSchema,
    tools: tools.map((tool) => tool.name),
    cacheKey: cacheKeyOf(model, request),
    rerunOf,
    actor,
    at: clock.now(),
  };
}

async function ask(parts: ConversationParts, watch: ExecutionWatch): Promise<Executed> {
  const times = new ExecutionTimes(parts.ports.clock, watch);
  try {
    const held = await new Conversation(parts, times.watch).hold();
    return await finishAnswered(parts, times, held);
  } catch (error) {
    if (error instanceof ConversationFailed) return finishFailed(parts, times, error);
    throw error;
  }
}
