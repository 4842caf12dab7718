import { logBinomialChance } from './binomial.js';

/** An urn, and how many are drawn from it. */
export interface Urn {
  readonly marked: number;
  readonly unmarked: number;
  readonly drawn: number;
}

/**
 * The logarithm of the chance that k of those drawn are marked. By three binomial chances, as R does it: their
 * deviances are small, whereas binomial coefficients are not.
 *
 * @example Math.exp(logHypergeometricChance(1, { marked: 5, unmarked: 5, drawn: 2 })) // 0.5555555555555556
 */
export function logHypergeometricChance(k: number, { marked, unmarked, drawn }: Urn): number {
  const p = drawn / (marked + unmarked);
  return (
    logBinomialChance(k, marked, p) +
    logBinomialChance(drawn - k, unmarked, p) -
    logBinomialChance(drawn, marked + unmarked, p)
  );
}

/** The fewest and the most marked ones that can be among those drawn. */
export function supportOf({ marked, unmarked, drawn }: Urn): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, drawn - unmarked), to: Math.min(marked, drawn) };
}
