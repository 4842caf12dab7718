import { CountingProvider } from './counting-provider.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { killSomewhere } from './kill-somewhere.js';
import { prepareRows, type TrialTerms, TriedBatch } from './tried-batch.js';

export interface KilledBatchDrill extends TrialTerms {
  /** How often a process is killed, in all. */
  readonly kills: number;
  /** How often a batch is, before it is let alone: a row is asked three times at most, whoever dies. */
  readonly killsEach: number;
  /** Milliseconds before the provider answers. */
  readonly delayMs: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface KilledBatchReport {
  readonly batches: number;
  readonly killed: number;
  /** Batches whose rows were not yet read to the end, and that were begun again. */
  readonly unread: number;
  readonly rows: number;
  readonly calls: number;
  /** Rows' calls beyond the first. */
  readonly repeated: number;
  readonly faults: readonly string[];
}

/**
 * Kills the program with SIGKILL at random moments of a batch and goes on with it, then compares what is on record with
 * what the provider was asked.
 */
export function killedBatchDrill(drill: KilledBatchDrill): Promise<KilledBatchReport> {
  return inDrillPlace(drill.server, async (place) => {
    await prepareRows(place, drill.rows);
    const report = { batches: 0, killed: 0, unread: 0, rows: 0, calls: 0, repeated: 0 };
    const faults: string[] = [];
    // Were nothing ever killed, it would still end.
    while (report.killed < drill.kills && report.batches < drill.kills) {
      const one = await killOne(`batch-${report.batches}`, place, drill);
      report.batches++;
      for (const what of ['killed', 'unread', 'rows', 'calls', 'repeated'] as const)
        report[what] += one[what];
      faults.push(...one.faults);
    }
    return { ...report, faults };
  });
}

type OneKilled = Omit<KilledBatchReport, 'batches'>;

async function killOne(name: string, place: DrillPlace, drill: KilledBatchDrill): Promise<OneKilled> {
  const provider = new CountingProvider(drill.delayMs);
  await provider.start();
  try {
    const { batch, killed, unread } = await killedAgainAndAgain(name, place, provider, drill);
    await batch.complete();
    const faults = await batch.faults(killed);
    const repeated = provider.total - provider.calls.size;
    return { killed, unread, rows: drill.rows, calls: provider.total, repeated, faults };
  } finally {
    await provider.stop();
  }
}

async function killedAgainAndAgain(
  name: string,
  place: DrillPlace,
  provider: CountingProvider,
  drill: KilledBatchDrill,
): Promise<{ readonly batch: TriedBatch; readonly killed: number; readonly unread: number }> {
  let batch = new TriedBatch(name, place, provider, drill);
  let [killed, unread, isBegun] = [0, 0, false];
  for (let round = 0; round < drill.killsEach; round++) {
    const isKilled = await killSomewhere(isBegun ? batch.resume() : batch.run());
    isBegun = await batch.isLoaded();
    if (!isKilled) break;
    killed++;
    if (isBegun) continue;
    unread++;
    batch = new TriedBatch(`${name}-${unread}`, place, provider, drill);
  }
  if (!isBegun) await batch.run().ended;
  return { batch, killed, unread };
}
