import { setTimeout as pause } from 'node:timers/promises';
import { CountingProvider } from './counting-provider.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { outcomesOfRows, prepareRows, type TrialTerms, TriedBatch } from './tried-batch.js';

export interface DisturbedBatchDrill extends TrialTerms {
  /** Milliseconds before the provider answers. */
  readonly delayMs: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
  /** Breaks what the batch stands on, and mends it where it has to be mended. */
  readonly disturb: () => Promise<void>;
  /** How often, while it runs. */
  readonly disturbances: number;
}

export interface DisturbedBatchReport {
  readonly rows: number;
  readonly disturbances: number;
  /** How often it had to be gone on with by hand. */
  readonly resumed: number;
  readonly faults: readonly string[];
}

/** Runs a batch twice, undisturbed and disturbed: what came of the rows has to be the same, byte for byte. */
export function disturbedBatchDrill(drill: DisturbedBatchDrill): Promise<DisturbedBatchReport> {
  return inDrillPlace(drill.server, async (place) => {
    await prepareRows(place, drill.rows);
    const calm = await inPeace(place, drill);
    return disturbed(place, drill, calm);
  });
}

/** What came of the rows when nothing happened. */
function inPeace(place: DrillPlace, drill: DisturbedBatchDrill): Promise<string> {
  return withProvider(drill, async (provider) => {
    const batch = new TriedBatch('calm', place, provider, drill);
    await batch.run().ended;
    return outcomesOfRows(await batch.results());
  });
}

function disturbed(
  place: DrillPlace,
  drill: DisturbedBatchDrill,
  calm: string,
): Promise<DisturbedBatchReport> {
  return withProvider(drill, async (provider) => {
    const batch = new TriedBatch('disturbed', place, provider, drill);
    const running = batch.run();
    let isOver = false;
    const ended = running.ended.then(() => {
      isOver = true;
    });
    let disturbances = 0;
    while (disturbances < drill.disturbances && !isOver) {
      await Promise.race([pause(BETWEEN_MS), ended]);
      if (isOver) break;
      await drill.disturb();
      disturbances++;
    }
    await ended;
    let resumed = 0;
    while ((await batch.status())?.batch.status !== 'completed' && resumed < MOST_RESUMED) {
      resumed++;
      await batch.complete();
    }
    const same = outcomesOfRows(await batch.results()) === calm;
    return {
      rows: drill.rows,
      disturbances,
      resumed,
      faults: [
        ...(same ? [] : ['the results are not those of an undisturbed run']),
        ...(disturbances === drill.disturbances ? [] : [`was over after ${disturbances} disturbances`]),
        ...(await batch.faults(disturbances + resumed)),
      ],
    };
  });
}

const BETWEEN_MS = 900;

const MOST_RESUMED = 5;

async function withProvider<Result>(
  { delayMs }: Pick<DisturbedBatchDrill, 'delayMs'>,
  work: (provider: CountingProvider) => Promise<Result>,
): Promise<Result> {
  const provider = new CountingProvider(delayMs);
  await provider.start();
  try {
    return await work(provider);
  } finally {
    await provider.stop();
  }
}
