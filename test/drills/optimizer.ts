import { type Trial, tryIn } from './optimizer/trial.js';
import {
  gameable,
  noisy,
  nothing,
  nothingSteady,
  solvable,
  spurious,
  twoGoals,
  type World,
} from './optimizer/worlds.js';

export interface OptimizerReport {
  /** By what they are, in percent. */
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** How many searches, and how strictly they are judged. */
export interface OptimizerDrill {
  readonly seeds: number;
  /** How far a figure may be outside its limits, in percent: what chance alone does to few searches. */
  readonly leeway: number;
}

/** A kind of worlds, and what has to hold in them. */
export interface WorldKind {
  readonly name: string;
  make(seed: string): World;
  /** Of the right answers that are possible, so many are had with what was chosen, in percent; null for no such limit. */
  readonly leastOfOptimum: number | null;
}

/** Claims that are false, in percent of searches. */
const MOST_FALSE_CLAIMS = 5;
const LEAST_OF_OPTIMUM = 95;
/** What an answer costs with what was chosen, in percent of what it costs with the start. */
const MOST_COST = 50;

export const worldKinds: readonly WorldKind[] = [
  { name: 'solvable', make: solvable, leastOfOptimum: LEAST_OF_OPTIMUM },
  { name: 'noisy', make: noisy, leastOfOptimum: LEAST_OF_OPTIMUM },
  { name: 'two goals', make: twoGoals, leastOfOptimum: LEAST_OF_OPTIMUM },
  { name: 'gameable', make: gameable, leastOfOptimum: LEAST_OF_OPTIMUM },
  { name: 'spurious', make: spurious, leastOfOptimum: null },
  { name: 'null', make: nothing, leastOfOptimum: null },
  { name: 'steady null', make: nothingSteady, leastOfOptimum: null },
];

/** Searches in many worlds of a kind, whose truth is known, and holds what is claimed against it. */
export async function optimizerDrill(
  kind: WorldKind,
  { seeds, leeway }: OptimizerDrill,
): Promise<OptimizerReport> {
  const trials: Trial[] = [];
  const optima: number[] = [];
  const faults: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const world = kind.make(String(seed));
    const trial = await tryIn(world, String(seed));
    trials.push(trial);
    optima.push(optimumOf(world));
    faults.push(...trial.faults.map((fault) => `${kind.name}, seed ${seed}: ${fault}`));
  }
  const figures = figuresOf(trials, optima);
  return { figures, faults: [...faults, ...faultsIn(kind, figures, leeway)] };
}

/** Of all answers, those that would be right with every rule that there is. */
function optimumOf({ habits }: World): number {
  return 1 - habits.noise + habits.noise / 3;
}

type Figures = ReturnType<typeof figuresOf>;

function figuresOf(trials: readonly Trial[], optima: readonly number[]) {
  const ofOptimum = (rightOf: (trial: Trial) => number) =>
    percent(mean(trials.map((trial, at) => rightOf(trial) / (optima[at] ?? 1))));
  const part = (holds: (trial: Trial) => boolean) => percent(trials.filter(holds).length / trials.length);
  return {
    'of the optimum': ofOptimum(({ chosen }) => chosen),
    'by random search': ofOptimum(({ random }) => random),
    'with the start': ofOptimum(({ start }) => start),
    'claimed to be better': part(({ isClaimed }) => isClaimed),
    'falsely so': part(({ isFalseClaim }) => isFalseClaim),
    'cost of the start': percent(mean(trials.map(({ cost }) => cost ?? 1))),
    'pleases only the check': part(({ isGamed }) => isGamed),
  };
}

function faultsIn({ name, leastOfOptimum }: WorldKind, found: Figures, leeway: number): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${name}: ${what}`);
  };
  expect(found['falsely so'] <= MOST_FALSE_CLAIMS + leeway, `${found['falsely so']} % of claims are false`);
  expect(found['pleases only the check'] <= leeway, 'a text was chosen that only pleases the check');
  if (leastOfOptimum === null) {
    const claimed = found['claimed to be better'];
    expect(claimed <= MOST_FALSE_CLAIMS + leeway, `${claimed} % claimed to be better, where nothing can be`);
    return faults;
  }
  const [chosen, random] = [found['of the optimum'], found['by random search']];
  expect(chosen >= leastOfOptimum - leeway, `${chosen} % of the optimum, not ${leastOfOptimum} %`);
  expect(chosen > random, `${chosen} % of the optimum, and ${random} % by random search`);
  if (name === 'two goals')
    expect(
      found['cost of the start'] <= MOST_COST + leeway,
      `it costs ${found['cost of the start']} % of the start`,
    );
  return faults;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(part: number): number {
  return Math.round(part * 1000) / 10;
}
