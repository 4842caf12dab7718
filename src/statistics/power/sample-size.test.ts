import { describe, expect, it } from 'vitest';
import { powerOfMeans, powerOfPairs } from './means-power.js';
import { powerOfPairedProportions, powerOfProportions } from './proportions-power.js';
import { daysFor, smallestEffect, unitsFor } from './sample-size.js';

const plan = { difference: 0.5, standardDeviation: 1, confidence: 0.95 };

describe('how many units', () => {
  it('are the fewest with the power that is wanted', () => {
    // R's power.t.test says 63.77.
    expect(unitsFor(0.8, (units) => powerOfMeans(plan, units))).toBe(64);
    expect(powerOfMeans(plan, 64)).toBeGreaterThanOrEqual(0.8);
    expect(powerOfMeans(plan, 63)).toBeLessThan(0.8);
  });

  it('of proportions are those of R', () => {
    // R's power.prop.test says 387.3.
    const units = unitsFor(0.8, (n) =>
      powerOfProportions({ control: 0.4, treatment: 0.5, confidence: 0.95 }, n),
    );
    expect(units).toBe(388);
  });

  it('are fewer for pairs, the more so the more they have in common', () => {
    const apart = unitsFor(0.9, (units) => powerOfMeans(plan, units)) ?? 0;
    const [some, much] = [0.5, 0.9].map((shared) =>
      unitsFor(0.9, (units) => powerOfPairs(plan, shared, units)),
    );
    expect(some).toBeLessThan(apart);
    expect(much).toBeLessThan((some ?? 0) / 2);
    const proportions = { control: 0.4, treatment: 0.5, confidence: 0.95 };
    expect(powerOfPairedProportions(proportions, 0.5, 200)).toBeGreaterThan(
      powerOfProportions(proportions, 200),
    );
  });

  it('are none where there is nothing to be found', () => {
    expect(unitsFor(0.8, (units) => powerOfMeans({ ...plan, difference: 0 }, units))).toBeNull();
  });

  it('come in so many days', () => {
    expect(daysFor(1000, 300)).toBe(4);
    expect(daysFor(900, 300)).toBe(3);
  });
});

describe('the smallest effect', () => {
  it('that is found has just the power that is wanted', () => {
    const powerFor = (difference: number) => powerOfMeans({ ...plan, difference }, 100);
    const effect = smallestEffect(0.8, 10, powerFor) ?? 0;
    expect(powerFor(effect)).toBeCloseTo(0.8, 9);
  });

  it('is none where even the largest is not found', () => {
    expect(smallestEffect(0.8, 0.1, (difference) => powerOfMeans({ ...plan, difference }, 10))).toBeNull();
  });
});

it('figures that cannot be are refused', () => {
  const refused = expect.objectContaining({ code: 'STATISTICS_INPUT' });
  expect(() => powerOfMeans({ ...plan, standardDeviation: 0 }, 10)).toThrow(refused);
  expect(() => powerOfPairs(plan, 1, 10)).toThrow(refused);
  expect(() => powerOfProportions({ control: 0, treatment: 0.5, confidence: 0.95 }, 10)).toThrow(refused);
  expect(() => unitsFor(1, () => 1)).toThrow(refused);
  expect(() => daysFor(10, 0)).toThrow(refused);
  expect(() => smallestEffect(0.8, Number.NaN, () => 1)).toThrow(refused);
  expect(() => powerOfMeans({ ...plan, difference: Number.NaN }, 10)).toThrow(refused);
});
