import { performance } from 'node:perf_hooks';
import type { App } from '../../../src/app.js';
import { percentile } from '../percentile.js';
import type { BenchRow } from '../row.js';
import { type Question, questions, type ScaleSize } from './questions.js';

const TIMES = 200;
const WARM_UP = 20;
const LIMIT_MS = 20;
const GROWTH_LIMIT = 1.5;

/** A store of a size, opened. */
export interface FilledApp {
  readonly app: App;
  readonly size: ScaleSize;
}

/** How long each question takes in a large store, and how much longer than in a small one. */
export async function questionRows(kind: string, small: FilledApp, large: FilledApp): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const question of questions) {
    const [few, many] = await timesOf(question, small, large);
    const name = `${kind}: ${question.name}, p95`;
    rows.push(
      { name, figure: many, unit: 'ms', limit: LIMIT_MS },
      { name: `${name}, to that of a hundredth`, figure: many / few, unit: 'x', limit: GROWTH_LIMIT },
    );
  }
  return rows;
}

/** The small store and the large one in turn, so that a machine that slows down slows both. */
async function timesOf(question: Question, small: FilledApp, large: FilledApp): Promise<[number, number]> {
  const few: number[] = [];
  const many: number[] = [];
  for (let time = -WARM_UP; time < TIMES; time++) {
    const at = time + WARM_UP;
    const inFew = await timed(question, small, at);
    const inMany = await timed(question, large, at);
    if (time < 0) continue;
    few.push(inFew);
    many.push(inMany);
  }
  return [percentile(few, 0.95), percentile(many, 0.95)];
}

async function timed(question: Question, { app, size }: FilledApp, time: number): Promise<number> {
  const start = performance.now();
  await question.ask(app, size, time);
  return performance.now() - start;
}
