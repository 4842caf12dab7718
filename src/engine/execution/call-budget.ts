import { NANO_PER_TOKEN } from '../../models/spec/cost.js';
import type { ModelParameters, ModelRequest } from '../../models/spec/model-request.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Price } from '../../models/spec/price.js';
import { inDollars } from './dollars.js';
import { PriceUnknownError } from './errors.js';
import type { NanoDollars } from './execution.js';

/** What a call may cost, and what holds it to that. */
export interface CallBudget {
  /** What counts as spent while the call is on its way; null when nobody can tell. */
  readonly reserved: NanoDollars | null;
  /** The most that the model may write, where a ceiling or the parameters say so. */
  readonly maxOutputTokens: number | undefined;
  /** The most that an agent may spend, in US dollars. */
  readonly maxCost: number | undefined;
}

/** The count is an estimate; another tokenizer may find more. */
const INPUT_MARGIN = 1.25;
const ASSUMED_OUTPUT_TOKENS = 4096;
/** No answer needs more; many models refuse a larger limit. */
const LARGEST_OUTPUT_TOKENS = 32_000;

/** What is known before a call. */
export interface CallOutlook {
  readonly model: Pick<OpenModel, 'name' | 'kind' | 'abilities'>;
  readonly price: Price | null;
  /** Estimated. */
  readonly inputTokens: number;
  readonly parameters: ModelParameters;
  /** What may still be spent; null without a ceiling. */
  readonly left: NanoDollars | null;
  /** Whether a short answer is better than none, when there is money for no more. */
  readonly mayShorten: boolean;
}

/**
 * What a call may cost at most. Under a ceiling, the model is allowed as many tokens as the rest pays for.
 *
 * @throws PriceUnknownError under a ceiling when nobody can tell
 */
export function callBudget(outlook: CallOutlook): CallBudget {
  return outlook.model.kind === 'agent' ? agentBudget(outlook) : modelBudget(outlook);
}

/** The same request, asking for no more than that. */
export function withinBudget(request: ModelRequest, { maxOutputTokens, maxCost }: CallBudget): ModelRequest {
  const parameters =
    maxOutputTokens === undefined ? request.parameters : { ...request.parameters, maxOutputTokens };
  const agent = request.agent && maxCost !== undefined ? { ...request.agent, maxCost } : request.agent;
  return { ...request, parameters, agent };
}

function agentBudget({ model, left }: CallOutlook): CallBudget {
  if (left !== null && !model.abilities.budget) throw new PriceUnknownError(model.name, model.kind);
  if (left === null) return { reserved: null, maxOutputTokens: undefined, maxCost: undefined };
  // It cannot do anything for nothing: with nothing left, the ceiling refuses it.
  return { reserved: Math.max(1, left), maxOutputTokens: undefined, maxCost: inDollars(left) };
}

function modelBudget({ model, price, inputTokens, parameters, left, mayShorten }: CallOutlook): CallBudget {
  const wanted = parameters.maxOutputTokens;
  if (price === null) {
    if (left !== null) throw new PriceUnknownError(model.name, model.kind);
    return { reserved: null, maxOutputTokens: wanted, maxCost: undefined };
  }
  const rates = dearest(price);
  const input = costOfTokens(inputTokens * INPUT_MARGIN, rates.input);
  const perToken = costOfTokens(1, rates.output);
  if (left === null) {
    const reserved = input + (wanted ?? ASSUMED_OUTPUT_TOKENS) * perToken;
    return { reserved: Math.ceil(reserved), maxOutputTokens: wanted, maxCost: undefined };
  }
  const paid = perToken === 0 ? LARGEST_OUTPUT_TOKENS : Math.floor((left - input) / perToken);
  const least = mayShorten ? 1 : (wanted ?? ASSUMED_OUTPUT_TOKENS);
  const allowed = Math.max(least, Math.min(wanted ?? LARGEST_OUTPUT_TOKENS, paid));
  return { reserved: Math.ceil(input + allowed * perToken), maxOutputTokens: allowed, maxCost: undefined };
}

/** Long input costs more with some models; which rate counts shows only afterwards. */
function dearest({ input, output, tiers = [] }: Price): Pick<Price, 'input' | 'output'> {
  return {
    input: Math.max(input, ...tiers.map((tier) => tier.input)),
    output: Math.max(output, ...tiers.map((tier) => tier.output)),
  };
}

/** @param rate in US dollars for a million tokens */
function costOfTokens(tokens: number, rate: number): NanoDollars {
  return tokens * rate * NANO_PER_TOKEN;
}
