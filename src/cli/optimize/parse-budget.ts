import { parseAmount } from '../parse-amount.js';
import { UsageError } from '../usage-error.js';

const CALLS = /^(\d{1,9}) ?calls?$/;

/**
 * What stands after `--budget`: calls, an amount of US dollars, or one of each.
 *
 * @throws UsageError for what is neither, and for two of a kind
 * @example parseBudget(['500calls', '$2.50']) // { calls: 500, cost: 2.5 }
 */
export function parseBudget(typed: readonly string[]): { calls?: number; cost?: number } {
  const parts = typed.map((one) => one.trim());
  const calls = parts.flatMap((part) => CALLS.exec(part)?.[1] ?? []).map(Number);
  const amounts = parts.filter((part) => !CALLS.test(part));
  if (calls.length > 1 || amounts.length > 1) {
    throw new UsageError('--budget takes one number of calls and one amount at most.', {
      hint: 'For instance --budget 500calls --budget $2.50.',
    });
  }
  const [count] = calls;
  const cost = amountOf(amounts[0]);
  return { ...(count !== undefined && { calls: count }), ...(cost !== undefined && { cost }) };
}

/** A number alone could be either. */
function amountOf(typed: string | undefined): number | undefined {
  if (typed === undefined || typed.startsWith('$')) return parseAmount('--budget', typed);
  throw new UsageError(`--budget takes calls or US dollars, not "${typed}".`, {
    hint: 'For instance --budget 500calls, or --budget $2.50.',
  });
}
