import { dollars, nanoDollars } from '../../operations/execution/vocabulary.js';

/**
 * An amount of US dollars as people read it.
 *
 * @param unknown what stands for an amount that nobody knows
 * @example costText(0.00042, '?') === '$0.00042'
 */
export function costText(cost: number | null, unknown: string): string {
  return cost === null ? unknown : dollars(nanoDollars(cost));
}
