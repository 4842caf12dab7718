import { describe, expect, it } from 'vitest';
import { betaTails } from './beta-tails.js';
import { erfc } from './erf.js';
import { gammaTails } from './gamma-tails.js';
import { inverseBeta } from './inverse-beta.js';
import { inverseErfc } from './inverse-erfc.js';
import { inverseGamma } from './inverse-gamma.js';

const shapes = [0.05, 0.5, 1, 3, 70, 5000];
const tails = [1e-300, 1e-40, 1e-8, 0.02, 0.3, 0.5];

describe('inverses bring back what they were given', () => {
  it.each(tails)('erfc of %d, and beyond the middle', (value) => {
    const x = inverseErfc(value);
    expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-15 * (10 + 4 * x * x));
    if (2 - value < 2) expect(inverseErfc(2 - value)).toBeCloseTo(-x, 7);
  });

  it('of the incomplete beta function, on either side', () => {
    for (const [a, b, tail] of shapes.flatMap((a) =>
      shapes.flatMap((b) => tails.map((p) => [a, b, p] as const)),
    )) {
      const low = inverseBeta(a, b, { lower: tail, upper: 1 - tail });
      const high = inverseBeta(a, b, { lower: 1 - tail, upper: tail });
      if (low.x > 1e-290) expect(Math.abs(betaTails(a, b, low).lower / tail - 1)).toBeLessThan(1e-10);
      if (high.y > 1e-290) expect(Math.abs(betaTails(a, b, high).upper / tail - 1)).toBeLessThan(1e-10);
    }
  });

  it('of the incomplete gamma function, on either side', () => {
    for (const [a, tail] of shapes.flatMap((shape) => tails.map((p) => [shape, p] as const))) {
      const low = inverseGamma(a, { lower: tail, upper: 1 - tail });
      const high = inverseGamma(a, { lower: 1 - tail, upper: tail });
      if (low > 1e-290) expect(Math.abs(gammaTails(a, low).lower / tail - 1)).toBeLessThan(1e-10);
      expect(Math.abs(gammaTails(a, high).upper / tail - 1)).toBeLessThan(1e-10);
    }
  });
});

describe('at the ends', () => {
  it('inverses are the ends', () => {
    expect(inverseErfc(0)).toBe(Number.POSITIVE_INFINITY);
    expect(inverseErfc(2)).toBe(Number.NEGATIVE_INFINITY);
    expect(inverseErfc(1)).toBe(0);
    expect(inverseBeta(2, 3, { lower: 0, upper: 1 })).toEqual({ x: 0, y: 1 });
    expect(inverseBeta(2, 3, { lower: 1, upper: 0 })).toEqual({ x: 1, y: 0 });
    expect(inverseGamma(2, { lower: 0, upper: 1 })).toBe(0);
    expect(inverseGamma(2, { lower: 1, upper: 0 })).toBe(Number.POSITIVE_INFINITY);
  });

  it('tails are 0 and 1', () => {
    expect(betaTails(2, 3, { x: 0, y: 1 })).toMatchObject({ lower: 0, upper: 1 });
    expect(betaTails(2, 3, { x: 1, y: 0 })).toMatchObject({ lower: 1, upper: 0 });
    expect(gammaTails(2, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(gammaTails(2, Number.POSITIVE_INFINITY)).toMatchObject({ lower: 1, upper: 0 });
  });

  it('what is not defined is NaN', () => {
    expect(inverseErfc(2.1)).toBeNaN();
    expect(inverseBeta(1, 1, { lower: -0.1, upper: 1.1 }).x).toBeNaN();
    expect(inverseGamma(1, { lower: 1.1, upper: -0.1 })).toBeNaN();
    expect(betaTails(0, 1, { x: 0.5, y: 0.5 }).lower).toBeNaN();
    expect(gammaTails(1, -1).upper).toBeNaN();
  });
});

it('logarithms of tails go on where the tails are 0', () => {
  const { lower, logLower } = betaTails(50_000, 0.5, { x: 0.97, y: 0.03 });
  expect(lower).toBe(0);
  // From mpmath, with 40 digits.
  expect(logLower).toBeCloseTo(-1527.189674937837, 8);
});
