import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { CountingProvider } from './counting-provider.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { failureOf, type RunningCommand, startCommand } from './program.js';
import { prepareRows, type TrialTerms, TriedBatch } from './tried-batch.js';

export interface KilledWorkerDrill extends TrialTerms {
  readonly workers: number;
  /** How often it is done: each time with workers of its own, one of which is killed. */
  readonly rounds: number;
  /** Milliseconds before the provider answers. */
  readonly delayMs: number;
  /** The address of a server. */
  readonly server: string;
}

export interface KilledWorkerReport {
  readonly rounds: number;
  readonly rows: number;
  readonly calls: number;
  /** The longest that it took from the kill to the last row, in seconds. */
  readonly slowest: number;
  readonly faults: readonly string[];
}

/** All is done so soon after a worker is killed. */
const PATIENCE_S = 30;

/** Kills one of several workers in the middle of a batch: the others do all of it, and nothing is recorded twice. */
export function killedWorkerDrill(drill: KilledWorkerDrill): Promise<KilledWorkerReport> {
  return inDrillPlace(drill.server, async (place) => {
    await prepareRows(place, drill.rows);
    const report = { rounds: drill.rounds, rows: 0, calls: 0, slowest: 0 };
    const faults: string[] = [];
    try {
      for (let round = 0; round < drill.rounds; round++) {
        const one = await killOneWorker(`batch-${round}`, place, drill);
        report.rows += drill.rows;
        report.calls += one.calls;
        report.slowest = Math.max(report.slowest, one.seconds);
        faults.push(...one.faults);
      }
      return { ...report, faults };
    } finally {
      await removeEngine(place);
    }
  });
}

interface OneRound {
  readonly calls: number;
  readonly seconds: number;
  readonly faults: readonly string[];
}

async function killOneWorker(name: string, place: DrillPlace, drill: KilledWorkerDrill): Promise<OneRound> {
  const provider = new CountingProvider(drill.delayMs);
  await provider.start();
  const batch = new TriedBatch(name, place, provider, drill);
  const workers = Array.from({ length: drill.workers }, () =>
    startCommand(['worker', 'start'], place, { env: provider.env }),
  );
  try {
    await batch.handOut();
    await until(() => provider.total > drill.rows / 4, workers);
    workers[0]?.child.kill('SIGKILL');
    const killedAt = performance.now();
    await until(async () => (await batch.status())?.batch.status === 'completed', workers.slice(1));
    const seconds = (performance.now() - killedAt) / 1000;
    const late = seconds <= PATIENCE_S ? [] : [`${name}: took ${Math.round(seconds)} s after the kill`];
    return { calls: provider.total, seconds, faults: [...(await batch.faults(1)), ...late] };
  } finally {
    await end(workers);
    await provider.stop();
  }
}

const MOST_SECONDS = 120;

/** @throws when a worker ends, or nothing comes of it */
async function until(
  isSo: () => boolean | Promise<boolean>,
  workers: readonly RunningCommand[],
): Promise<void> {
  const deadline = performance.now() + MOST_SECONDS * 1000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`it took more than ${MOST_SECONDS} s`);
    const ended = workers.find(({ child }) => child.exitCode !== null);
    if (ended !== undefined) throw new Error(failureOf(['worker', 'start'], await ended.ended));
    await pause(100);
  }
}

async function end(workers: readonly RunningCommand[]): Promise<void> {
  for (const { child } of workers) child.kill('SIGTERM');
  for (const { ended } of workers) await ended;
}

/** The engine has a schema of its own, beside that of the store. */
async function removeEngine({ db }: DrillPlace): Promise<void> {
  const schema = new URL(db).searchParams.get('schema');
  const store = await openStoreAsItIs(db);
  try {
    await sql`drop schema if exists ${sql.id(`${schema}_dbos`)} cascade`.execute(store.database);
  } finally {
    await store.close();
  }
}
