/** Places from `from` on and below `to`. */
export interface BucketRange {
  readonly from: number;
  readonly to: number;
}

/** Weights may miss 1 by this much, as numbers with two digits do: 0.33, 0.33, 0.33. */
const WEIGHTS_MISS = 0.01;

/**
 * The places of each variant, beside each other when coverage is 1, with gaps behind them when it is less; so
 * coverage can be raised without moving a unit from one variant to another. The same as GrowthBook's, which takes
 * the nearest coverage that can be, and equal weights where those given are not one for each variant and 1
 * together.
 *
 * @param variants how many
 * @param coverage the part of units that take part, from 0 to 1
 * @param weights for each variant; equal ones if null
 * @example bucketRanges(2, 0.5, null) // [{ from: 0, to: 0.25 }, { from: 0.5, to: 0.75 }]
 */
export function bucketRanges(
  variants: number,
  coverage: number,
  weights: readonly number[] | null,
): readonly BucketRange[] {
  const covered = Math.max(0, Math.min(1, coverage));
  let begin = 0;
  return usableWeights(variants, weights).map((weight) => {
    const from = begin;
    begin += weight;
    return { from, to: from + covered * weight };
  });
}

/**
 * The same weight for each variant.
 *
 * @example equalWeights(4) // [0.25, 0.25, 0.25, 0.25]
 */
export function equalWeights(variants: number): readonly number[] {
  return variants < 1 ? [] : new Array<number>(variants).fill(1 / variants);
}

/**
 * The number of the first variant that has a place, or null.
 *
 * @example variantAt(0.6, [{ from: 0, to: 0.5 }, { from: 0.5, to: 1 }]) // 1
 */
export function variantAt(bucket: number, ranges: readonly BucketRange[]): number | null {
  const variant = ranges.findIndex(({ from, to }) => bucket >= from && bucket < to);
  return variant < 0 ? null : variant;
}

function usableWeights(variants: number, weights: readonly number[] | null): readonly number[] {
  if (weights === null || weights.length !== variants) return equalWeights(variants);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Math.abs(sum - 1) > WEIGHTS_MISS ? equalWeights(variants) : weights;
}
