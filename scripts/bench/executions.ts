import { withAnsweringServer } from './answering-server.js';
import { BundledScript } from './bundled-script.js';
import type { CallFigures } from './call-figures.js';
import { median } from './median.js';
import type { BenchRow } from './row.js';

const CALLS = 1000;
const ROUNDS = 5;
const CPU_LIMIT = 3;
const MEMORY_LIMIT = 200;

/** What it costs to have calls on record, as a ratio to `fetch` in the same run, pair by pair. */
export async function benchExecutions(): Promise<BenchRow[]> {
  const script = await BundledScript.of('execution-calls.ts');
  try {
    return await withAnsweringServer(async (port) => {
      const pairs = (form: AnswerForm) => Array.from({ length: ROUNDS }, () => pair(script, form, port));
      return [...rowsOf(pairs('piece')), ...watchedRows(pairs('stream'))];
    });
  } finally {
    script.remove();
  }
}
type AnswerForm = 'piece' | 'stream';

interface Pair {
  readonly bare: CallFigures;
  readonly recorded: CallFigures;
}

function pair(script: BundledScript, form: AnswerForm, port: string): Pair {
  return {
    bare: script.run(['bare', form, port, String(CALLS)]),
    recorded: script.run(['recorded', form, port, String(CALLS)]),
  };
}

const what = `${CALLS.toLocaleString('en')} calls, 50 at a time, each on record`;

function rowsOf(pairs: readonly Pair[]): BenchRow[] {
  return [
    { name: `${what}, to a loop of fetch`, figure: ratioOf(pairs), unit: 'x', limit: CPU_LIMIT },
    {
      name: `${what}, a call`,
      figure: median(pairs.map(({ recorded }) => recorded.cpu / CALLS)),
      unit: 'ms',
    },
    { name: `${what}, memory`, figure: memoryOf(pairs), unit: 'MB', limit: MEMORY_LIMIT },
  ];
}

/** Who watches an answer as it comes waits for it: that has no limit, and is told all the same. */
function watchedRows(pairs: readonly Pair[]): BenchRow[] {
  const watched = `${what}, watched as streams of 16 pieces`;
  return [
    { name: `${watched}, to a loop of fetch`, figure: ratioOf(pairs), unit: 'x' },
    { name: `${watched}, memory`, figure: memoryOf(pairs), unit: 'MB' },
  ];
}

function ratioOf(pairs: readonly Pair[]): number {
  return median(pairs.map(({ bare, recorded }) => recorded.cpu / bare.cpu));
}

function memoryOf(pairs: readonly Pair[]): number {
  return Math.max(...pairs.map(({ recorded }) => recorded.memory));
}
