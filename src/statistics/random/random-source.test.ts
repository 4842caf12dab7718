import { expect, it } from 'vitest';
import { RunningMoments } from '../moments/running-moments.js';
import { RandomSource } from './random-source.js';

it('gives the words of xoshiro128** for its seed', () => {
  const random = new RandomSource('a seed');
  // From another implementation, in Python.
  expect(Array.from({ length: 5 }, () => random.word())).toEqual([
    3078500379, 2529004346, 1434931588, 3762165534, 2126165629,
  ]);
});

it('gives whole numbers below a limit about as often as each other', () => {
  const random = new RandomSource('dice');
  const counts = new Array<number>(6).fill(0);
  for (let at = 0; at < 60_000; at++) {
    const number = random.below(6);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  expect(counts.length).toBe(6);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it('gives numbers that are distributed normally', () => {
  const random = new RandomSource('normal');
  const [values, fourths] = [new RunningMoments(), new RunningMoments()];
  for (let at = 0; at < 100_000; at++) {
    const value = random.normal();
    values.add(value);
    fourths.add(value ** 4);
  }
  expect(Math.abs(values.sample().mean)).toBeLessThan(0.015);
  expect(Math.abs(values.sample().variance - 1)).toBeLessThan(0.02);
  expect(Math.abs(fourths.sample().mean - 3)).toBeLessThan(0.15);
});
