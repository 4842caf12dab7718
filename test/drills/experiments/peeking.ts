import { welchEstimate } from '../../../src/statistics/means/welch.js';
import { RunningMoments } from '../../../src/statistics/moments/running-moments.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { alwaysValidEffect } from '../../../src/statistics/sequential/always-valid.js';
import { groupSequentialLooks } from '../../../src/statistics/sequential/group-sequential.js';
import { exponential } from './draws.js';
import type { Simulation } from './simulation.js';

const LOOKS = 100;
const UNITS_A_LOOK = 30;
const confidence = { confidence: 0.95 };

/** Experiments with the same thing in both groups that are looked at again and again. */
export function peekings(): readonly Simulation[] {
  return [
    {
      what: 'A/A: 100 looks, always valid, normal',
      least: 0,
      most: 5,
      happens: (random) => isEverFound(() => random.normal()),
    },
    {
      what: 'A/A: 100 looks, always valid, long tail',
      least: 0,
      most: 5,
      happens: (random) => isEverFound(() => exponential(random)),
    },
    {
      what: 'A/A: 100 looks, always valid, one success in twenty',
      least: 0,
      most: 5,
      happens: (random) => isEverFound(() => (random.unit() < 0.05 ? 1 : 0)),
    },
    ...(['obrien-fleming', 'pocock'] as const).map((spending) => ({
      what: `A/A: 5 planned looks, ${spending}`,
      least: 4.5,
      most: 5.5,
      happens: plannedLooks(spending),
    })),
    {
      what: 'A/A: 100 looks as if each were the only one, for comparison',
      least: 20,
      most: 60,
      happens: (random) =>
        isFoundAtALook(
          () => random.normal(),
          ({ estimate, standardError }) => Math.abs(estimate / standardError) > 1.96,
        ),
    },
  ];
}

function isEverFound(draw: () => number): boolean {
  return isFoundAtALook(draw, (estimate) => {
    const { interval } = alwaysValidEffect(estimate, confidence);
    return interval.from > 0 || interval.to < 0;
  });
}

interface EstimateAtLook {
  readonly estimate: number;
  readonly standardError: number;
  readonly units: number;
}

function isFoundAtALook(draw: () => number, isFound: (estimate: EstimateAtLook) => boolean): boolean {
  const [control, treatment] = [new RunningMoments(), new RunningMoments()];
  for (let look = 1; look <= LOOKS; look++) {
    addTo(control, UNITS_A_LOOK, draw);
    addTo(treatment, UNITS_A_LOOK, draw);
    const estimate = welchEstimate({ control: control.sample(), treatment: treatment.sample() });
    if (isFound({ ...estimate, units: 2 * look * UNITS_A_LOOK })) return true;
  }
  return false;
}

function plannedLooks(spending: 'obrien-fleming' | 'pocock'): (random: RandomSource) => boolean {
  const looks = groupSequentialLooks({ fractions: [0.2, 0.4, 0.6, 0.8, 1], spending, ...confidence });
  return (random) => {
    const [control, treatment] = [new RunningMoments(), new RunningMoments()];
    return looks.some(({ boundary }) => {
      addTo(control, 200, () => random.normal());
      addTo(treatment, 200, () => random.normal());
      const groups = { control: control.sample(), treatment: treatment.sample() };
      const { estimate, standardError } = welchEstimate(groups);
      return Math.abs(estimate / standardError) >= boundary;
    });
  };
}

function addTo(moments: RunningMoments, units: number, draw: () => number): void {
  for (let unit = 0; unit < units; unit++) moments.add(draw());
}
