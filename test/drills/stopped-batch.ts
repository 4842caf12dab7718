import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { CountingProvider } from './counting-provider.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { failureOf } from './program.js';
import { prepareRows, type TrialTerms, TriedBatch } from './tried-batch.js';

export interface StoppedBatchDrill extends TrialTerms {
  /** How often a process is asked to end, by each of the two signals in turn. */
  readonly stops: number;
  /** Milliseconds before the provider answers. */
  readonly delayMs: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface StoppedBatchReport {
  readonly batches: number;
  readonly stopped: number;
  readonly rows: number;
  readonly calls: number;
  /** The longest that a process took to end after the last answer had come, in milliseconds. */
  readonly slowest: number;
  readonly faults: readonly string[];
}

/** After the last answer, a process that was asked to end has so long to do so. */
const PATIENCE_MS = 5000;

/** Asks the program to end at random moments of a batch, by SIGTERM and SIGINT, and goes on with it: no row is asked twice. */
export function stoppedBatchDrill(drill: StoppedBatchDrill): Promise<StoppedBatchReport> {
  return inDrillPlace(drill.server, async (place) => {
    await prepareRows(place, drill.rows);
    const report = { batches: 0, stopped: 0, rows: 0, calls: 0, slowest: 0 };
    const faults: string[] = [];
    while (report.stopped < drill.stops && report.batches < drill.stops) {
      const one = await stopOne(`batch-${report.batches}`, place, drill, drill.stops - report.stopped);
      report.batches++;
      for (const what of ['stopped', 'rows', 'calls'] as const) report[what] += one[what];
      report.slowest = Math.max(report.slowest, one.slowest);
      faults.push(...one.faults);
    }
    return { ...report, faults };
  });
}

type OneStopped = Omit<StoppedBatchReport, 'batches'>;

async function stopOne(
  name: string,
  place: DrillPlace,
  drill: StoppedBatchDrill,
  most: number,
): Promise<OneStopped> {
  const provider = new CountingProvider(drill.delayMs);
  await provider.start();
  try {
    const batch = new TriedBatch(name, place, provider, drill);
    const tally = { stopped: 0, slowest: 0 };
    let isBegun = false;
    while (tally.stopped < most) {
      const took = await stopSomewhere(batch, isBegun, provider, SIGNALS[tally.stopped % 2] ?? 'SIGINT');
      isBegun ||= await batch.isLoaded();
      if (took === null || !isBegun) break;
      tally.stopped++;
      tally.slowest = Math.max(tally.slowest, took);
    }
    await batch.complete();
    const late = tally.slowest <= PATIENCE_MS ? [] : [`${name}: took ${Math.round(tally.slowest)} ms to end`];
    const faults = [...(await batch.faults(0)), ...late];
    return { ...tally, rows: drill.rows, calls: provider.total, faults };
  } finally {
    await provider.stop();
  }
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** What a process lives on after its first row was asked: there is something to wait for. */
const LONGEST_LIFE_MS = 1100;
/** One that has asked nothing until then is asked to end all the same. */
const START_MS = 60_000;
const LOOK_MS = 20;

async function untilItAsks(provider: CountingProvider, child: ChildProcess): Promise<void> {
  const [before, last] = [provider.total, performance.now() + START_MS];
  while (provider.total === before && child.exitCode === null && performance.now() < last) {
    await pause(LOOK_MS);
  }
}

/** How long it took to end after the last answer, in milliseconds; null when it came to its end before. */
async function stopSomewhere(
  batch: TriedBatch,
  isBegun: boolean,
  provider: CountingProvider,
  signal: (typeof SIGNALS)[number],
): Promise<number | null> {
  const { child, ended } = isBegun ? batch.resume() : batch.run();
  await untilItAsks(provider, child);
  await pause(Math.random() * LONGEST_LIFE_MS);
  const isAsked = child.exitCode === null && child.kill(signal);
  const askedAt = performance.now();
  const outcome = await ended;
  const took = performance.now() - Math.max(askedAt, provider.lastAnswerAt);
  if (outcome.code === 0 || !isAsked) return null;
  if (!ENDED_BY_SIGNAL.includes(outcome.code)) batch.failures.push(failureOf(['batch', signal], outcome));
  return took;
}

/** Codes of a program that a signal ended: 128 and its number. Null is for one that had not yet begun to listen. */
const ENDED_BY_SIGNAL: readonly (number | null)[] = [130, 143, null];
