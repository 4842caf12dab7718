import { performance } from 'node:perf_hooks';
import { median } from '../median.js';

const WARM_UP = 300;
const RUNS = 400;

/** The median time of one run of work that is warm, in microseconds. */
export function medianTime(work: () => unknown): number {
  for (let run = 0; run < WARM_UP; run += 1) work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times) * 1000;
}
