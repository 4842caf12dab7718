import * as z from 'zod/mini';
import { newExecutionId } from '../../base/ids.js';
import { cacheKeyOf } from '../../engine/execution/cache-key.js';
import { callBudget } from '../../engine/execution/call-budget.js';
import { dollars, inDollars } from '../../engine/execution/dollars.js';
import { estimateTokens } from '../../engine/execution/estimate-tokens.js';
import type { ExecutionJournal } from '../../engine/execution/execution-journal.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import { requireSoundSchema } from '../../engine/execution/require-sound-schema.js';
import { costOf } from '../../models/spec/cost.js';
import { unknownUsage } from '../../models/spec/model-answer.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Price } from '../../models/spec/price.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { unlessNotReady } from '../model/unless-not-ready.js';
import { executionsOf } from './execution-records.js';
import { oneQuestion, questionInput } from './run-input.js';
import type { PromptForecastOutput } from './run-outputs.js';
import { openRequest } from './run-ports.js';
import { prepareRequest } from './run-request.js';
import { messageView, parametersView, priceView } from './views/execution-record-view.js';

/**
 * What a run would ask, and what it would cost. Nothing is asked, and nothing is put on record; a key is not
 * needed.
 *
 * @throws what {@link runPrompt} does before it asks
 */
export const forecastPrompt = guarded(
  needs.forecastPrompt,
  z.object(questionInput.shape).check(oneQuestion),
  async (deps: Deps, given): Promise<PromptForecastOutput> => {
    const { executionJournal } = executionsOf(deps);
    const prepared = await prepareRequest(deps, given);
    const { request } = prepared;
    if (request.responseSchema !== null) await requireSoundSchema(request.responseSchema);
    const { opened: model, problem: missing } = await unlessNotReady(
      async () => (await openRequest(deps, request, given.timeoutSeconds)).model,
    );
    const price = await deps.models.priceOf(request.model, deps.clock.now());
    const inputTokens = estimateTokens(request);
    const { limit, refusal } = await underCeilings(executionJournal, request, { model, price, inputTokens });
    return {
      model: writtenModelName(request.model),
      prompt: request.prompt.reference,
      messages: request.messages.map(messageView),
      parameters: parametersView(request.parameters),
      inputTokens,
      maxOutputTokens: limit,
      price: price && priceView(price),
      cost: costs(price, inputTokens, limit),
      cached: model && (await keptAnswer(executionJournal, model, request)),
      ready: missing === null,
      warnings: [...prepared.warnings, ...[missing, refusal].filter((problem) => problem !== null)],
    };
  },
);

/** What the ceilings make of a call. */
interface CeilingForecast {
  /** The most tokens that may be written: what the parameters allow, or what the ceiling pays for. */
  readonly limit: number | null;
  /** Why it would not be made. */
  readonly refusal: string | null;
}

async function underCeilings(
  journal: ExecutionJournal,
  { model: name, parameters, ceilings }: ExecutionRequest,
  { model, price, inputTokens }: { model: OpenModel | null; price: Price | null; inputTokens: number },
): Promise<CeilingForecast> {
  const left = await journal.left({ id: newExecutionId(), place: null }, ceilings);
  const unopened = {
    name,
    kind: 'model',
    abilities: { budget: false, images: false, schema: false, tools: false },
  } as const;
  const outlook = { model: model ?? unopened, price, inputTokens, parameters, left, mayShorten: true };
  const { maxOutputTokens = null, reserved } = callBudget(outlook);
  const isTooDear = left !== null && reserved !== null && reserved > left;
  return {
    limit: maxOutputTokens,
    refusal: isTooDear
      ? `It would be refused: it may cost ${dollars(reserved)}, and ${dollars(left)} may still be spent.`
      : null,
  };
}

function costs(price: Price | null, inputTokens: number, limit: number | null): PromptForecastOutput['cost'] {
  const costOfTokens = (input: number, output: number) =>
    inDollars(costOf({ ...unknownUsage, input, output }, price));
  return {
    input: costOfTokens(inputTokens, 0),
    outputPer1000: costOfTokens(0, 1000),
    most: limit === null ? null : costOfTokens(inputTokens, limit),
  };
}

async function keptAnswer(
  journal: ExecutionJournal,
  model: OpenModel,
  request: ExecutionRequest,
): Promise<PromptForecastOutput['cached']> {
  const key = cacheKeyOf(model, request);
  if (key === null || request.cachedSince === null) return null;
  const kept = await journal.cached(key, request.cachedSince);
  return kept && { execution: kept.execution, at: kept.at };
}
