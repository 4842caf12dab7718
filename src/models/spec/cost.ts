import type { TokenUsage } from './model-answer.js';
import type { Price, TokenPrices } from './price.js';

/** Dollars for a million tokens are thousands of nano dollars for a token. */
export const NANO_PER_TOKEN = 1000;

/**
 * What the tokens cost, in nano dollars (thousand-millionths of a US dollar), rounded to whole ones. Null when
 * the tokens or the price are not known: unknown is not nothing. A model that is free costs 0 in any case.
 */
export function costOf(usage: TokenUsage, price: Price | null): number | null {
  if (price === null) return null;
  if (isFree(price)) return 0;
  const { input, output } = usage;
  if (input === null || output === null) return null;
  const rates = ratesFor(input, price);
  const cached = Math.min(usage.cachedInput ?? 0, input);
  const written = Math.min(usage.cacheWrite ?? 0, input - cached);
  const dollarsPerMillion =
    (input - cached - written) * rates.input +
    cached * (rates.cachedInput ?? rates.input) +
    written * (rates.cacheWrite ?? rates.input) +
    output * rates.output;
  return Math.round(dollarsPerMillion * NANO_PER_TOKEN);
}

function ratesFor(input: number, price: Price): TokenPrices {
  return price.tiers?.findLast(({ above }) => input > above) ?? price;
}

function isFree(price: Price): boolean {
  return [price, ...(price.tiers ?? [])].every(
    ({ input, output, cachedInput, cacheWrite }) =>
      input === 0 && output === 0 && !cachedInput && !cacheWrite,
  );
}
