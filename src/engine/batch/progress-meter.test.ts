import { expect, it } from 'vitest';
import { ProgressMeter } from './progress-meter.js';

const at = (second: number) => new Date(second * 1000);
const standing = (done: number, spent = 0) => ({ rows: 100, done, failed: 0, spent });

it('knows no speed before time has gone by', () => {
  const meter = new ProgressMeter();
  expect(meter.measure(standing(0), 0, at(0))).toMatchObject({
    rowsPerSecond: null,
    secondsLeft: null,
    costLeft: null,
  });
  expect(meter.measure(standing(0), 0, at(0))).toMatchObject({ rowsPerSecond: null });
});

it('tells speed, time and cost to come', () => {
  const meter = new ProgressMeter();
  meter.measure(standing(0), 4, at(0));
  expect(meter.measure({ ...standing(15, 100), failed: 5 }, 4, at(2))).toEqual({
    rows: 100,
    done: 15,
    failed: 5,
    inFlight: 4,
    rowsPerSecond: 10,
    secondsLeft: 8,
    spent: 100,
    costLeft: 400,
  });
});

it('knows no end as long as nothing goes on, and forgets how quick it was', () => {
  const meter = new ProgressMeter();
  meter.measure(standing(0), 0, at(0));
  for (let second = 1; second <= 20; second++) meter.measure(standing(50), 0, at(second));
  expect(meter.measure(standing(50), 0, at(21))).toMatchObject({ rowsPerSecond: 0, secondsLeft: null });
});
