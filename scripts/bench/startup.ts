import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillStore } from './fill-store.js';
import type { BenchRow } from './row.js';

const BIN = join(import.meta.dirname, '../../dist/bin.cjs');
const PRELOAD = join(import.meta.dirname, 'cpu-at-exit.cjs');
const RUNS = 25;
const SESSIONS = 10_000;

const commands: readonly { readonly line: string; readonly limit: number }[] = [
  { line: '--version', limit: 1.15 },
  { line: '--help', limit: 1.15 },
  { line: 'orchestrate --help', limit: 1.3 },
  { line: 'orchestrate list-sessions', limit: 1.8 },
  { line: 'complete -- orchestrate status s', limit: 1.3 },
];

/**
 * The processor time of whole commands as ratios to `node -e 0`, each pair of runs back to back so that a
 * machine that slows down slows both; medians of the ratios.
 */
export async function benchStartup(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-bench-'));
  try {
    const db = join(folder, 'store.db');
    await fillStore(db, SESSIONS);
    const measure = (words: readonly string[]) => cpuOf(words, folder, db);
    return commands.map(({ line, limit }) => {
      const ratios = Array.from({ length: RUNS }, () => {
        const floor = measure(['-e', '0']);
        return measure([BIN, ...line.split(' ')]) / floor;
      });
      return { name: `prompt-runner ${line}`, figure: median(ratios), unit: 'x node -e 0', limit };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of one Node process, in microseconds. */
function cpuOf(words: readonly string[], folder: string, db: string): number {
  const file = join(folder, 'cpu');
  const env = { ...process.env, BENCH_CPU_FILE: file, PROMPT_RUNNER_DB: db, HOME: folder };
  const { status, stderr } = spawnSync(process.execPath, ['--require', PRELOAD, ...words], {
    env,
    cwd: folder,
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return Number(readFileSync(file, 'utf8'));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
