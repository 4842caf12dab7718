import { UsageError } from '../usage-error.js';

/**
 * The part of units that each variant gets.
 *
 * @throws UsageError when it is not made of numbers
 * @example givenSplit('70/30') // [70, 30]
 */
export function givenSplit(typed: string | undefined): number[] | undefined {
  return typed?.split('/').map((part) => {
    const number = part.trim() === '' ? Number.NaN : Number(part);
    if (Number.isFinite(number)) return number;
    throw new UsageError(`--split takes numbers with / between them, not "${typed}".`, {
      hint: 'One for each variant, 100 together: --split 50/50.',
    });
  });
}
