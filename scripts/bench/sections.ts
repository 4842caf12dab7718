/**
 * Measures the reader of answers: how the time grows when hostile input doubles, and the time and memory of
 * a large answer.
 *
 *     npx tsx scripts/bench/sections.ts
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { extractSections, planningSections } from '../../src/sections/index.js';
import { hostileShapes } from './hostile-answers.js';
import type { BenchRow } from './row.js';

const HOSTILE_SIZE = 1_000_000;
const DOUBLING_LIMIT = 2.3;
const LARGE_MEGABYTES = 100;
const LARGE_SECONDS_LIMIT = 5;
const LARGE_MEMORY_LIMIT = 3;
/** Each size is read this often, in turn, and the least time counts: the others were disturbed. */
/** Short runs are repeated more often: a disturbance of some milliseconds weighs more there. */
const FEWEST_REPEATS = 5;
const MOST_REPEATS = 40;
const REPEAT_FOR_MS = 1500;

/** Measures all figures of the reader; takes about a minute. */
export function benchSections(): BenchRow[] {
  return [...hostileShapes.flatMap(doublingRows), ...largeAnswerRows()];
}

function doublingRows({ name, of }: (typeof hostileShapes)[number]): BenchRow[] {
  const [once, twice] = [of(HOSTILE_SIZE), of(HOSTILE_SIZE * 2)];
  const repeats = Math.round(REPEAT_FOR_MS / (millisecondsOf(once) + millisecondsOf(twice)));
  const length = Math.min(MOST_REPEATS, Math.max(FEWEST_REPEATS, repeats));
  const times = Array.from({ length }, () => [millisecondsOf(once), millisecondsOf(twice)] as const);
  const fastest = Math.min(...times.map(([time]) => time));
  const ratio = Math.min(...times.map(([, time]) => time)) / fastest;
  return [
    { name: `sections: 1 MB of ${name}`, figure: fastest, unit: 'ms' },
    { name: `sections: ${name}, time of 2 MB to 1 MB`, figure: ratio, unit: 'x', limit: DOUBLING_LIMIT },
  ];
}

function millisecondsOf(text: string): number {
  const start = performance.now();
  extractSections(text, planningSections);
  return performance.now() - start;
}

/** A large answer in a process of its own, so that its peak memory is its own. */
function largeAnswerRows(): BenchRow[] {
  const child = fileURLToPath(new URL('./large-answer.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...process.execArgv, '--import', 'tsx', child, String(LARGE_MEGABYTES)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The large answer could not be measured: ${stderr}`);
  const { seconds, memoryRatio }: { seconds: number; memoryRatio: number } = JSON.parse(stdout);
  return [
    { name: `sections: ${LARGE_MEGABYTES} MB`, figure: seconds, unit: 's', limit: LARGE_SECONDS_LIMIT },
    {
      name: `sections: ${LARGE_MEGABYTES} MB, peak memory to decoded string`,
      figure: memoryRatio,
      unit: 'x',
      limit: LARGE_MEMORY_LIMIT,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, figure, unit, limit } of benchSections()) {
    const verdict = limit === undefined ? '' : figure <= limit ? `  at most ${limit}` : `  ABOVE ${limit}`;
    console.log(`${name.padEnd(70)} ${figure.toFixed(2).padStart(9)} ${unit}${verdict}`);
  }
}
