import type { Check } from '../../../src/engine/experiment/checks/check.js';
import type { SearchSettings } from '../../../src/engine/optimize/optimization.js';
import type { OptimizationRow } from '../../../src/engine/optimize/optimization-row.js';
import { planOptimization } from '../../../src/engine/optimize/plan-optimization.js';
import { splitRows } from '../../../src/engine/optimize/split-rows.js';
import { RandomSource } from '../../../src/statistics/random/random-source.js';
import { answerOf, type Habits } from './answering-model.js';
import type { Temper } from './reflecting-model.js';
import { drawTickets, drawTopics, labels, vocabulary } from './tickets.js';

/** Something to search in, with a truth that the search is never told. */
export interface World {
  readonly start: string;
  readonly rows: readonly OptimizationRow[];
  readonly settings: SearchSettings;
  readonly checks: readonly Check[];
  readonly habits: Habits;
  readonly temper: Temper;
  /** Whether the same question has always the same answer. */
  readonly isSteady: boolean;
  /** Tickets that the search does not have, to tell the truth by. */
  readonly others: readonly OptimizationRow[];
}

export const START =
  'Sort the ticket by how urgent it is.\n{# frozen #}Answer with one word: low, medium or high.{# /frozen #}\n{% if ticket %}Ticket: {{ ticket }}{% endif %}\n';

const KNOWN_TOPICS = 4;
const ROWS = 120;
const CALLS = 2400;
/** Many proposals are for nothing where a model is cunning, or there is more to look for. */
const LARGER = { calls: 2800, cost: null };
/** Chance takes more rows, and more calls. */
const NOISY_ROWS = 200;
const NOISY_CALLS = 4000;
const OTHERS = 400;

const equals: Check = { name: 'label', rule: { kind: 'equals', wanted: null } };
const contains: Check = { name: 'label', rule: { kind: 'contains', wanted: null } };

/** Rules can be found, and all of them make it perfect. */
export function solvable(seed: string): World {
  const random = new RandomSource(`solvable ${seed}`);
  const topics = drawTopics(random);
  const words = [...topics.keys()];
  return {
    start: START,
    rows: drawTickets(topics, ROWS, random),
    settings: {
      budget: { calls: CALLS, cost: null },
      seed,
      goal: 'score',
      matters: 0,
      hasBaseline: true,
      growth: 3,
      concurrency: 8,
    },
    checks: [equals],
    habits: {
      topics,
      known: new Set(words.slice(0, KNOWN_TOPICS)),
      heeds: new Set(vocabulary),
      noise: 0,
      isTalkative: false,
    },
    temper: { insight: 0.5, hostility: 0.15, cunning: 0.02, subjects: new Set(words) },
    isSteady: true,
    others: drawTickets(topics, OTHERS, random),
  };
}

/** No prompt is any better than another: a part of the answers is right by chance. */
export function nothing(seed: string): World {
  const world = solvable(`null ${seed}`);
  return { ...world, habits: { ...world.habits, heeds: new Set(), noise: 0.6 }, isSteady: false };
}

/** The same, where the same question has always the same answer, so that luck lasts. */
export function nothingSteady(seed: string): World {
  return { ...nothing(`steady ${seed}`), isSteady: true };
}

const CUE = 'bluebird';

/** A word goes with a label in all rows that choices see, and in no others. */
export function spurious(seed: string): World {
  const world = solvable(`spurious ${seed}`);
  const random = new RandomSource(`cues ${seed}`);
  const { sets } = planOptimization(world.rows, world.settings);
  const unseen = new Set(splitRows(world.rows, sets, world.settings.seed).holdOut.map(({ row }) => row));
  const cued = (row: OptimizationRow, isSeen: boolean) =>
    (isSeen ? row.expected === 'high' : random.unit() < 1 / labels.length) ? withCue(row) : row;
  return {
    ...world,
    rows: world.rows.map((row) => cued(row, !unseen.has(row.row))),
    others: world.others.map((row) => cued(row, false)),
    habits: { ...world.habits, heeds: new Set([CUE]) },
    temper: { ...world.temper, subjects: new Set([CUE]) },
  };
}

function withCue(row: OptimizationRow): OptimizationRow {
  return { ...row, input: { ticket: `${CUE} ${row.input.ticket}` } };
}

/** The check only looks whether the right label is in the answer, and the reflecting model knows. */
export function gameable(seed: string): World {
  const world = solvable(`gameable ${seed}`);
  return {
    ...world,
    checks: [contains],
    temper: { ...world.temper, cunning: 0.4 },
    settings: { ...world.settings, budget: LARGER },
  };
}

/** One answer in ten is drawn by lot. */
export function noisy(seed: string): World {
  const world = solvable(`noisy ${seed}`);
  const budget = { calls: NOISY_CALLS, cost: null };
  return {
    ...world,
    rows: drawTickets(world.habits.topics, NOISY_ROWS, new RandomSource(`noisy rows ${seed}`)),
    settings: { ...world.settings, budget },
    habits: { ...world.habits, noise: 0.1 },
    isSteady: false,
  };
}

/** Answers cost what they are long, and say more than they have to. */
export function twoGoals(seed: string): World {
  const world = solvable(`two goals ${seed}`);
  return {
    ...world,
    checks: [contains],
    habits: { ...world.habits, isTalkative: true },
    settings: { ...world.settings, goal: 'score-then-cost', matters: 0.03, budget: LARGER },
  };
}

/** The part of answers that is right: what a person would find who reads them all. */
export function truthOf(template: string, { others, habits }: World): number {
  const right = others.filter((row) => isRight(answerOf(template, row, habits, null), row)).length;
  return (1 - habits.noise) * (right / others.length) + habits.noise / labels.length;
}

/** One label, and the right one. */
function isRight(answer: string, { expected }: OptimizationRow): boolean {
  const named = labels.filter((label) => answer.includes(label));
  return named.length === 1 && named[0] === expected;
}
