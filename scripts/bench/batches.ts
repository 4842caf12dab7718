import { withAnsweringServer } from './answering-server.js';
import { BundledScript } from './bundled-script.js';
import type { CallFigures } from './call-figures.js';
import { median } from './median.js';
import type { BenchRow } from './row.js';

const ROWS = 2000;
const CONCURRENCY = 20;
const ROUNDS = 5;
const CPU_LIMIT = 3;
const MEMORY_LIMIT = 200;

const DELAY = 200;
const SLOW_ROWS = 1000;
const SLOW_CONCURRENCY = 50;
const IDEAL_LIMIT = 1.2;

/** What a batch takes: beside `fetch` in the same run, beside the time that the answers take, and from the cache. */
export async function benchBatches(): Promise<BenchRow[]> {
  const script = await BundledScript.of('batch-calls.ts');
  try {
    return [
      ...(await withAnsweringServer(async (port) => besideFetch(script, port))),
      await withAnsweringServer(async (port) => besideIdeal(script, port), DELAY),
    ];
  } finally {
    script.remove();
  }
}

type Way = 'bare' | 'recorded' | 'warm';

function besideFetch(script: BundledScript, port: string): BenchRow[] {
  const run = (way: Way) => script.run<CallFigures>([way, port, String(ROWS), String(CONCURRENCY)]);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: run('bare'),
    recorded: run('recorded'),
    warm: run('warm'),
  }));
  const what = `${ROWS.toLocaleString('en')} rows, ${CONCURRENCY} at a time`;
  const ratio = (way: 'recorded' | 'warm', of: 'cpu' | 'wall') =>
    median(rounds.map((round) => round[way][of] / round.bare[of]));
  return [
    {
      name: `${what}, each on record, to a loop of fetch`,
      figure: ratio('recorded', 'cpu'),
      unit: 'x',
      limit: CPU_LIMIT,
    },
    {
      name: `${what}, each on record, a row`,
      figure: median(rounds.map(({ recorded }) => recorded.cpu / ROWS)),
      unit: 'ms',
    },
    {
      name: `${what}, each on record, memory`,
      figure: Math.max(...rounds.map(({ recorded }) => recorded.memory)),
      unit: 'MB',
      limit: MEMORY_LIMIT,
    },
    {
      name: `${what}, from a warm cache, time to that of a loop of fetch`,
      figure: ratio('warm', 'wall'),
      unit: 'x',
      limit: 1,
    },
  ];
}

/** The time that so many answers take that come so many at a time. */
function besideIdeal(script: BundledScript, port: string): BenchRow {
  const ideal = (SLOW_ROWS / SLOW_CONCURRENCY) * DELAY;
  const words = ['recorded', port, String(SLOW_ROWS), String(SLOW_CONCURRENCY)];
  const { wall } = script.run<CallFigures>(words);
  return {
    name: `${SLOW_ROWS.toLocaleString('en')} rows, ${SLOW_CONCURRENCY} at a time, answers after ${DELAY} ms, to the ideal time`,
    figure: wall / ideal,
    unit: 'x',
    limit: IDEAL_LIMIT,
  };
}
