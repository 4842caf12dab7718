import { performance } from 'node:perf_hooks';
import type { App } from '../../../src/app.js';
import { median } from '../median.js';
import { percentile } from '../percentile.js';
import type { BenchRow } from '../row.js';
import { type Question, questions, type ScaleSize } from './questions.js';

const TIMES = 200;
/** What else goes on in a machine or a server falls into one of them or two. */
const ROUNDS = 5;
const WARM_UP = 20;
const LIMIT_MS = 20;
const GROWTH_LIMIT = 1.5;

/** A store of a size, opened. */
export interface FilledApp {
  readonly app: App;
  readonly size: ScaleSize;
  keepInMemory(): Promise<void>;
}

/** How long each question takes in a large store, and how much longer than in a small one. */
export async function questionRows(kind: string, small: FilledApp, large: FilledApp): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const question of questions) {
    const [few, many] = await timesOf(question, small, large);
    const name = `${kind}: ${question.name}, p95`;
    rows.push(
      { name, figure: many, unit: 'ms', limit: LIMIT_MS },
      { name: `${name}, to that of the small store`, figure: many / few, unit: 'x', limit: GROWTH_LIMIT },
    );
  }
  return rows;
}

/** The 95th percentile of each round, of which the one in the middle counts. */
async function timesOf(question: Question, small: FilledApp, large: FilledApp): Promise<[number, number]> {
  await small.keepInMemory();
  await large.keepInMemory();
  for (let time = 0; time < WARM_UP; time++) await timedInBoth(question, small, large, time);
  const [few, many]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const [inFew, inMany] = await roundOf(question, small, large, WARM_UP + round * TIMES);
    few.push(percentile(inFew, 0.95));
    many.push(percentile(inMany, 0.95));
  }
  return [median(few), median(many)];
}

async function roundOf(
  question: Question,
  small: FilledApp,
  large: FilledApp,
  from: number,
): Promise<[few: number[], many: number[]]> {
  const [few, many]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    const [inFew, inMany] = await timedInBoth(question, small, large, from + time);
    few.push(inFew);
    many.push(inMany);
  }
  return [few, many];
}

/** The small store and the large one in turn, so that a machine that slows down slows both. */
async function timedInBoth(
  question: Question,
  small: FilledApp,
  large: FilledApp,
  time: number,
): Promise<[few: number, many: number]> {
  return [await timed(question, small, time), await timed(question, large, time)];
}

async function timed(question: Question, { app, size }: FilledApp, time: number): Promise<number> {
  const start = performance.now();
  await question.ask(app, size, time);
  return performance.now() - start;
}
