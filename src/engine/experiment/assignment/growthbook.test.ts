import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bucketOf } from './bucket.js';
import { type BucketRange, bucketRanges, equalWeights, variantAt } from './bucket-ranges.js';
import { inNamespace } from './namespace.js';

/** Cases of GrowthBook's SDK that are not part of this project. */
const CASES = new URL('../../../../../shared/conformance/growthbook/cases.json', import.meta.url);

type Range = readonly [from: number, to: number];

interface Cases {
  readonly hash: readonly (readonly [seed: string, unit: string, version: number, bucket: number | null])[];
  readonly getBucketRange: readonly (readonly [
    name: string,
    given: readonly [variants: number, coverage: number, weights: readonly number[] | null],
    ranges: readonly Range[],
  ])[];
  readonly chooseVariation: readonly (readonly [
    name: string,
    bucket: number,
    ranges: readonly Range[],
    variant: number,
  ])[];
  readonly inNamespace: readonly (readonly [
    name: string,
    unit: string,
    namespace: readonly [name: string, from: number, to: number],
    inside: boolean,
  ])[];
  readonly getEqualWeights: readonly (readonly [variants: number, weights: readonly number[]])[];
}

const nothing: Cases = {
  hash: [],
  getBucketRange: [],
  chooseVariation: [],
  inNamespace: [],
  getEqualWeights: [],
};

describe.skipIf(!existsSync(CASES))(
  "assignment is GrowthBook's (skipped loudly without the recorded cases)",
  () => {
    const cases: Cases = existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')) : nothing;
    const hashes = cases.hash.filter(([, , version]) => version === 1 || version === 2);

    it.each(hashes)('puts %j, %j with version %i at %d', (seed, unit, version, bucket) => {
      expect(bucketOf(seed, unit, version === 1 ? 1 : 2)).toBe(bucket);
    });

    it.each(cases.getBucketRange)('has the ranges of %s', (_, given, ranges) => {
      expect(bucketRanges(...given).map(rounded)).toEqual(ranges);
    });

    it.each(cases.chooseVariation)('chooses as in %s', (_, bucket, ranges, variant) => {
      const own = ranges.map(([from, to]) => ({ from, to }));
      expect(variantAt(bucket, own) ?? -1).toBe(variant);
    });

    it.each(cases.inNamespace)('knows whether %s', (_, unit, [name, from, to], inside) => {
      expect(inNamespace(unit, { name, from, to })).toBe(inside);
    });

    it.each(cases.getEqualWeights)('has the weights of %i variants', (variants, weights) => {
      expect(equalWeights(variants).map(shortened)).toEqual(weights);
    });
  },
);

it.runIf(!existsSync(CASES))(
  "SKIPPED: GrowthBook's recorded cases are not here; only our own tests ran",
  () => {
    expect(existsSync(CASES)).toBe(false);
  },
);

function rounded({ from, to }: BucketRange): Range {
  return [shortened(from), shortened(to)];
}

/** The cases have eight digits at most. */
function shortened(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
