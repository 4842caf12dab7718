import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from './distributions/beta.js';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './distributions/chi-square.js';
import { normalCdf, normalQuantile, normalTwoSided } from './distributions/normal.js';
import { studentTCdf, studentTQuantile, studentTTwoSided } from './distributions/student-t.js';

/** Values with fifty digits that are not part of this project. */
const VALUES = new URL('../../../shared/conformance/statistics/distributions.json', import.meta.url);
const PRECISION = 1e-12;

interface TrueValue {
  readonly dist: string;
  readonly fn: string;
  readonly args: readonly [number, number, number];
  readonly truth: string;
}

const functions: Readonly<Record<string, (x: number, a: number, b: number) => number>> = {
  'normal cdf': normalCdf,
  'normal ppf': normalQuantile,
  'normal p2': normalTwoSided,
  't cdf': studentTCdf,
  't ppf': studentTQuantile,
  't p2': studentTTwoSided,
  'chi2 cdf': chiSquareCdf,
  'chi2 sf': chiSquareUpper,
  'chi2 ppf': chiSquareQuantile,
  'beta cdf': betaCdf,
  'beta ppf': betaQuantile,
};

describe.skipIf(!existsSync(VALUES))(
  'distributions against fifty digits (skipped loudly without the recorded values)',
  () => {
    const values: readonly TrueValue[] = existsSync(VALUES) ? JSON.parse(readFileSync(VALUES, 'utf8')) : [];

    it.each(Object.keys(functions))('%s is right to 1e-12, tails included', (name) => {
      const own = values.filter(({ dist, fn }) => `${dist} ${fn}` === name);
      const wrong = own.filter((value) => !isRight(value)).map(shown);
      expect(own.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });

    it('leaves out none of the values', () => {
      expect(values.filter(({ dist, fn }) => !(`${dist} ${fn}` in functions))).toEqual([]);
    });
  },
);

it.runIf(!existsSync(VALUES))(
  'SKIPPED: the recorded values of distributions are not here; only our own tests ran',
  () => {
    expect(existsSync(VALUES)).toBe(false);
  },
);

/** Equal within the precision; where numbers end, equal as numbers. */
function isRight(value: TrueValue): boolean {
  const truth = Number(value.truth);
  return Math.abs(calculated(value) - truth) <= PRECISION * Math.abs(truth);
}

function calculated({ dist, fn, args }: TrueValue): number {
  return functions[`${dist} ${fn}`]?.(...args) ?? Number.NaN;
}

function shown(value: TrueValue): string {
  return `${value.dist} ${value.fn}(${value.args.join(', ')}) = ${value.truth}, not ${calculated(value)}`;
}
