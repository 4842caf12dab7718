import type { CallRate } from '../../src/engine/batch/call-rate.js';
import { runBatch } from '../../src/engine/batch/run-batch.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { batchPortsWith, follower, writeBatch } from '../../test/fixtures/batches.js';
import { says, scriptedModel } from '../../test/fixtures/scripted-model.js';
import { someTime } from '../../test/fixtures/sessions.js';
import { VirtualTime } from '../../test/fixtures/virtual-time.js';
import type { BenchRow } from './row.js';

const LATENCY_MS = 200;
const IN_FLIGHT = 20;
/** So often each worker has all its lanes at work. */
const ROUNDS = 8;
const WORKERS = [1, 2, 4, 8, 16, 32] as const;
const DOUBLING = 1.9;
/** What eight workers could do, so that more of them meet it. */
const RATE: CallRate = { calls: 800, seconds: 1 };
const EXACTNESS = 0.01;

/**
 * More workers than this machine can run: the engine itself, with a store in memory, on a clock that goes on only when
 * all wait for it. What it leaves out is the time that the store and the machines take.
 */
export async function benchSimulatedWorkers(): Promise<BenchRow[]> {
  const free = new Map<number, number>();
  for (const workers of WORKERS) free.set(workers, await callsPerSecond(workers, null));
  const doublings = WORKERS.slice(1).map((workers) => ({
    name: `${workers} workers, ${IN_FLIGHT} calls at a time each, to half as many, calls a second`,
    figure: (free.get(workers) ?? 0) / (free.get(workers / 2) ?? 0),
    unit: 'x',
    least: DOUBLING,
  }));
  const limited = await callsPerSecond(32, RATE);
  return [
    ...doublings,
    {
      name: `32 workers at ${RATE.calls} calls a second together, off by`,
      figure: (Math.abs(limited - RATE.calls) / RATE.calls) * 100,
      unit: '%',
      limit: EXACTNESS * 100,
    },
  ];
}

/** From the first call to the last. */
async function callsPerSecond(workers: number, rate: CallRate | null): Promise<number> {
  const store = await openStore(':memory:', { now: () => someTime });
  try {
    const begun = await callTimes(store, workers, rate);
    const [first, last] = [Math.min(...begun), Math.max(...begun)];
    // The last round is on its way when the last call begins.
    const seconds = (last - first + (rate === null ? LATENCY_MS : 1000 / rate.calls)) / 1000;
    return begun.length / seconds;
  } finally {
    await store.close();
  }
}

async function callTimes(store: Store, workers: number, rate: CallRate | null): Promise<number[]> {
  const batch = await writeBatch(store, workers * IN_FLIGHT * ROUNDS, { concurrency: IN_FLIGHT, rate });
  const time = new VirtualTime(someTime);
  const begun: number[] = [];
  const model = scriptedModel([
    async () => {
      begun.push(time.now().getTime());
      await time.sleep(LATENCY_MS);
      return says('Yes.');
    },
  ]);
  const work = async () => {
    const ports = await batchPortsWith(store, model, { asking: { clock: time, sleep: time.sleep } });
    return runBatch(ports, batch, follower().watch);
  };
  await time.passUntilDone(Promise.all(Array.from({ length: workers }, work)));
  return begun;
}
