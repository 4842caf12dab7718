import { UsageError } from './usage-error.js';

const AMOUNT = /^\$?(\d{1,9}(?:\.\d{1,9})?)$/;

/**
 * An amount of US dollars above 0, as it was typed after an option.
 *
 * @throws UsageError when it is none
 * @example parseAmount('--max-cost', '2.50') === 2.5
 */
export function parseAmount(option: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const amount = Number(AMOUNT.exec(typed)?.[1]);
  if (amount > 0) return amount;
  throw new UsageError(`${option} takes an amount of US dollars above 0, not "${typed}".`, {
    hint: `For instance ${option} 2.50.`,
  });
}
