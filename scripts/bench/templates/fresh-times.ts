import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../median.js';
import { source } from './sample.js';

const PROGRAM = fileURLToPath(new URL('./fresh.mjs', import.meta.url));
const RUNS = 25;

/** What a fresh process does with a module. */
export interface FreshStart {
  readonly file: string;
  readonly work: 'nothing' | 'compile' | 'minijinja';
}

/** Milliseconds in a fresh process: of the import alone, and of the import with the work. */
export interface FreshTime {
  readonly imported: number;
  readonly all: number;
}

/** The medians of several starts, taken in turns, so that a machine that slows down slows all of them. */
export function freshTimes(starts: readonly FreshStart[]): FreshTime[] {
  const rounds = Array.from({ length: RUNS }, () => starts.map(startOnce));
  return starts.map((_, at) => ({
    imported: median(rounds.map((round) => round[at]?.imported ?? Number.NaN)),
    all: median(rounds.map((round) => round[at]?.all ?? Number.NaN)),
  }));
}

function startOnce({ file, work }: FreshStart): FreshTime {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, file, work], {
    input: source,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} could not be started: ${stderr}`);
  return JSON.parse(stdout);
}
