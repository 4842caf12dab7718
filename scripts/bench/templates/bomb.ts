/**
 * A process of its own: renders the bomb whose number is its first word; prints the milliseconds it took, the
 * megabytes by which the process grew, and the limit that ended it.
 *
 *     npx tsx scripts/bench/templates/bomb.ts 0
 */
import { performance } from 'node:perf_hooks';
import { compile, LimitError } from '../../../src/templates/index.js';
import { allBombs, bombContext, bombLoader } from '../../../test/fixtures/template-bombs.js';

compile('{{ 1 }}').render();
const memoryBefore = process.resourceUsage().maxRSS;
const start = performance.now();
const limit = limitOf(allBombs[Number(process.argv[2])] ?? '');
const milliseconds = performance.now() - start;
const megabytes = (process.resourceUsage().maxRSS - memoryBefore) / 1024;
console.log(JSON.stringify({ limit, milliseconds, megabytes }));

function limitOf(source: string): string {
  try {
    compile(source, { loader: bombLoader }).render(bombContext);
  } catch (error) {
    if (error instanceof LimitError) return error.limit;
    throw error;
  }
  throw new Error('It did not end at a limit.');
}
