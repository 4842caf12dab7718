/**
 * Measures the reader of answers: how the time grows when hostile input doubles, and the time and memory of
 * a large answer.
 *
 *     npx tsx scripts/bench/sections.ts
 */
import { fileURLToPath } from 'node:url';
import { type HostileShape, hostileShapes } from './hostile-answers.js';
import type { HostileTimes } from './hostile-growth.js';
import type { HostileSteps } from './hostile-steps.js';
import type { LargeAnswer } from './large-answer.js';
import { measureApart } from './measure-apart.js';
import type { BenchRow } from './row.js';

const DOUBLING_LIMIT = 2.3;
/** For each shape. */
const PROCESSES = 3;
const LARGE_MEGABYTES = 100;
const LARGE_SECONDS_LIMIT = 5;
const LARGE_MEMORY_LIMIT = 3;

/** Measures all figures of the reader, each in processes of its own; takes three to four minutes. */
export function benchSections(): BenchRow[] {
  return [stepsRow(), ...hostileShapes.flatMap(growthRows), ...largeAnswerRows()];
}

/** How much the steps grow for the shape for which they grow most. */
function stepsRow(): BenchRow {
  const { sizes, growths } = measureApart<HostileSteps>('hostile-steps.ts', []);
  const what = `steps of the worst of ${growths.length} hostile shapes`;
  return {
    name: `${what}, worst doubling from ${sizes.at(0)} to ${sizes.at(-1)} MB`,
    figure: Math.max(...growths.map(({ growth }) => growth)),
    unit: 'x',
    limit: DOUBLING_LIMIT,
  };
}

/**
 * The time for the first size, and the worst of the doublings from there on: of the least time that each size
 * took in all rounds. What else the machine does only ever adds to a time, and adds most to the longest.
 */
function growthRows({ name }: HostileShape): BenchRow[] {
  const { sizes, rounds } = timesOf(name);
  const least = sizes.map((_, at) => Math.min(...rounds.map((times) => times[at] ?? Number.NaN)));
  const doublings = least.slice(1).map((time, at) => ratio(time, least[at]));
  const range = `${sizes.at(0)} to ${sizes.at(-1)} MB`;
  return [
    {
      name: `${sizes.at(0)} MB of ${name}`,
      figure: least[0] ?? Number.NaN,
      unit: 'ms',
    },
    {
      name: `${name}, worst doubling from ${range}`,
      figure: Math.max(...doublings),
      unit: 'x',
      limit: DOUBLING_LIMIT,
    },
  ];
}

/**
 * The rounds of several processes: in one and the same process, what the engine of JavaScript has made of the
 * code may favour one size.
 */
function timesOf(name: string): HostileTimes {
  const first = measureApart<HostileTimes>('hostile-growth.ts', [name]);
  const words = [name, String(first.sizes[0])];
  const others = Array.from({ length: PROCESSES - 1 }, () =>
    measureApart<HostileTimes>('hostile-growth.ts', words),
  );
  return { sizes: first.sizes, rounds: [first, ...others].flatMap(({ rounds }) => rounds) };
}

function ratio(time = Number.NaN, former = Number.NaN): number {
  return time / former;
}

function largeAnswerRows(): BenchRow[] {
  const { seconds, memoryRatio } = measureApart<LargeAnswer>('large-answer.ts', [String(LARGE_MEGABYTES)]);
  return [
    { name: `${LARGE_MEGABYTES} MB`, figure: seconds, unit: 's', limit: LARGE_SECONDS_LIMIT },
    {
      name: `${LARGE_MEGABYTES} MB, peak memory to decoded string`,
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
