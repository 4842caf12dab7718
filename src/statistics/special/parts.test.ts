import { expect, it } from 'vitest';
import { averageOver } from '../quadrature/average-over.js';
import { gaussLegendre, nodesBetween } from '../quadrature/gauss-legendre.js';
import { deviance } from './deviance.js';
import { erf } from './erf.js';
import { rootBetween } from './root-between.js';
import { stirlingError } from './stirling-error.js';

it.each([
  [100.0001, 100, 4.999998333334167e-11],
  [110, 100, 0.4841197784757535],
  [5, 100, 80.02133863222309],
  [0, 3, 3],
])('the deviance of %d from %d keeps its digits', (x, mean, wanted) => {
  expect(deviance(x, mean) / wanted).toBeCloseTo(1, 9);
});

it('erf is odd, and 1 far out', () => {
  expect(erf(-0.3)).toBe(-erf(0.3));
  expect(erf(-2)).toBe(-erf(2));
  expect(erf(7)).toBe(1);
});

it('what Stirling lacks is the same from both sides of where the series begins', () => {
  expect(stirlingError(16 - 1e-9)).toBeCloseTo(stirlingError(16), 12);
});

it('Gauss and Legendre integrate polynomials exactly, and what is smooth nearly so', () => {
  const cubes = gaussLegendre(2).reduce((sum, { at, weight }) => sum + weight * (at ** 3 + at ** 2), 0);
  expect(cubes).toBeCloseTo(2 / 3, 14);
  const exponential = nodesBetween(0, 5, 20).reduce((sum, { at, weight }) => sum + weight * Math.exp(at), 0);
  expect(exponential).toBeCloseTo(Math.exp(5) - 1, 11);
});

it('an average over a density is that of its moments', () => {
  const normal = { from: -9, to: 9, densityAt: (z: number) => Math.exp((-z * z) / 2) };
  expect(averageOver(normal, (z) => z ** 4)).toBeCloseTo(3, 12);
});

it.each([
  ['a smooth function', (x: number) => x * x - 2, Math.SQRT2],
  ['a step', (x: number) => (x < 1.3 ? -1 : 1), 1.3],
  ['a function that is nearly flat', (x: number) => (x - 0.7) ** 9, 0.7],
])('the root of %s is found', (_, of, root) => {
  let asked = 0;
  const counted = (x: number) => {
    asked++;
    return of(x);
  };
  expect(Math.abs(rootBetween(counted, 0, 2, 1e-9) - root)).toBeLessThan(2e-9);
  expect(asked).toBeLessThan(70);
});
