import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock } from '../../src/base/clock.js';
import { sessionIdFor } from '../../src/base/ids.js';
import { openStore } from '../../src/store/open-store.js';
import { anAnswer, aSession, creationOf } from '../../test/fixtures/sessions.js';
import { fillLibrary } from './fill-library.js';
import { fillStore } from './fill-store.js';
import { median } from './median.js';
import type { BenchRow } from './row.js';

const BIN = join(import.meta.dirname, '../../dist/bin.cjs');
const PRELOAD = join(import.meta.dirname, 'cpu-at-exit.cjs');
const RUNS = 25;
const SESSIONS = 10_000;
const PROMPTS = 2000;
const ATTEMPTS = 20;
const SESSION_WITH_ATTEMPTS = sessionIdFor('bench');

const commands: readonly { readonly line: string; readonly limit: number }[] = [
  { line: '--version', limit: 1.15 },
  { line: '--help', limit: 1.15 },
  { line: 'orchestrate --help', limit: 1.3 },
  { line: 'orchestrate list-sessions', limit: 1.8 },
  { line: 'complete -- orchestrate status s', limit: 1.3 },
  { line: `complete -- orchestrate show ${SESSION_WITH_ATTEMPTS} --attempt a`, limit: 1.3 },
  { line: 'complete -- prompt show a', limit: 1.3 },
];

/** A shell waits for its completions: what somebody feels is not processor time. */
const completions = commands.filter(({ line }) => line.startsWith('complete'));
const COMPLETION_LIMIT_MS = 100;

/**
 * The processor time of whole commands as ratios to `node -e 0`, each pair of runs back to back so that a
 * machine that slows down slows both; medians of the ratios.
 */
export async function benchStartup(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-bench-'));
  try {
    const db = join(folder, 'store.db');
    await fillStore(db, SESSIONS);
    await addNames(db);
    const measure = (words: readonly string[]) => cpuOf(words, folder, db);
    const ratiosToNode = commands.map(({ line, limit }) => {
      const ratios = Array.from({ length: RUNS }, () => {
        const floor = measure(['-e', '0']);
        return measure([BIN, ...line.split(' ')]) / floor;
      });
      return { name: `prompt-runner ${line}`, figure: median(ratios), unit: 'x node -e 0', limit };
    });
    return [...ratiosToNode, ...completions.map(({ line }) => waited(line, folder, db))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prompts, and a session with attempts, to be completed. */
async function addNames(db: string): Promise<void> {
  const store = await openStore(db, systemClock);
  const session = aSession({ id: SESSION_WITH_ATTEMPTS });
  await store.journal.create(creationOf(session));
  for (let at = 0; at < ATTEMPTS; at++) await store.journal.receive(anAnswer(session.id, 'An answer.'));
  await fillLibrary(store, { prompts: PROMPTS, projects: 10 });
  await store.close();
}

/** How long a whole command takes by the clock. */
function waited(line: string, folder: string, db: string): BenchRow {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    cpuOf([BIN, ...line.split(' ')], folder, db);
    return performance.now() - start;
  });
  return { name: `prompt-runner ${line}`, figure: median(times), unit: 'ms', limit: COMPLETION_LIMIT_MS };
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
