import type { ModelPrice } from '@pydantic/genai-prices';
import type { Price, PriceTier } from '../spec/price.js';

/** The list that comes with the program; its prices are those of the day of its version. */
export const PRICE_LIST = 'genai-prices 0.1.8';

type Rate = ModelPrice[string];

/**
 * What the price list says of a model on a day; null when it does not know it.
 *
 * @param provider its name in the list
 */
export async function listPrice(provider: string, model: string, at: Date): Promise<Price | null> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const found = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, {
    providerId: provider,
    timestamp: at,
  });
  return found === null ? null : priceFrom(found.model_price);
}

/** Null for what is not paid by the token of text. */
export function priceFrom(prices: ModelPrice): Price | null {
  const at = (tokens: number) => pricesAt(prices, tokens);
  const base = at(0);
  if (base === null) return null;
  const tiers = startsOf(prices).flatMap((above): PriceTier[] => {
    const price = at(above + 1);
    return price === null ? [] : [{ above, ...price }];
  });
  return { ...base, ...(tiers.length === 0 ? {} : { tiers }), source: PRICE_LIST };
}

function pricesAt(prices: ModelPrice, tokens: number): Omit<Price, 'source' | 'tiers'> | null {
  const input = rateAt(prices.input_mtok, tokens);
  const output = rateAt(prices.output_mtok, tokens);
  if (input === null || output === null) return null;
  return {
    input,
    output,
    cachedInput: rateAt(prices.cache_read_mtok, tokens),
    cacheWrite: rateAt(prices.cache_write_mtok, tokens),
  };
}

/** The numbers of tokens of input above which something costs otherwise. */
function startsOf(prices: ModelPrice): number[] {
  const starts = [prices.input_mtok, prices.output_mtok, prices.cache_read_mtok, prices.cache_write_mtok]
    .flatMap((rate) => (typeof rate === 'object' ? rate.tiers : []))
    .map(({ start }) => start);
  return [...new Set(starts)].sort((a, b) => a - b);
}

function rateAt(rate: Rate, tokens: number): number | null {
  if (typeof rate === 'number') return rate;
  if (rate === undefined) return null;
  return rate.tiers.filter(({ start }) => tokens > start).at(-1)?.price ?? rate.base;
}
