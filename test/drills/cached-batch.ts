import { type ChildProcess, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { startRedis } from '../fixtures/redis-server.js';
import { CountingProvider } from './counting-provider.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { outcomesOfRows, prepareRows, type TrialTerms, TriedBatch } from './tried-batch.js';

export interface CachedBatchDrill extends TrialTerms {
  /** The address of a server; null for a file. */
  readonly server: string | null;
  /** How often the Redis is killed under a batch, each time a new one. */
  readonly kills: number;
}

export interface CachedBatchReport {
  readonly rows: number;
  readonly killed: number;
  readonly calls: number;
  /** Answers that came from a Redis before it was killed. */
  readonly found: number;
  readonly faults: readonly string[];
}

/** Kills the Redis in the middle of a batch that is answered from the cache: the results stay, and nobody is asked again. */
export function cachedBatchDrill(drill: CachedBatchDrill): Promise<CachedBatchReport> {
  return inDrillPlace(drill.server, async (place) => {
    await prepareRows(place, drill.rows);
    const provider = new CountingProvider(0);
    await provider.start();
    try {
      const { answers } = await answeredWithRedisKilled('calm', null, place, provider, drill);
      const faults: string[] = [];
      let found = 0;
      for (let kill = 0; kill < drill.kills; kill++) {
        const again = await answeredWithRedisKilled(`killed-${kill}`, MIDDLE_MS, place, provider, drill);
        if (again.answers !== answers)
          faults.push(`the results are others when the Redis is killed (${kill})`);
        found += again.found;
      }
      if (found === 0) faults.push('the Redis had no part in it');
      if (provider.total !== drill.rows) faults.push(`${provider.total} calls for ${drill.rows} rows`);
      return { rows: drill.rows, killed: drill.kills, calls: provider.total, found, faults };
    } finally {
      await provider.stop();
    }
  });
}

/** A process is well on its way with a batch so long after the Redis gave it an answer. */
const MIDDLE_MS = 200;
/** One that got nothing from it until then goes on without it. */
const START_MS = 60_000;
const LOOK_MS = 50;

/**
 * What came of the rows of a batch.
 *
 * @param afterMs when the Redis is killed; null for not at all. It knows the answers when it is
 */
async function answeredWithRedisKilled(
  name: string,
  afterMs: number | null,
  place: DrillPlace,
  provider: CountingProvider,
  drill: CachedBatchDrill,
): Promise<{ readonly answers: string; readonly found: number }> {
  const redis = await startRedis();
  const terms = { ...drill, env: { PROMPT_RUNNER_CACHE: redis.address } };
  try {
    await new TriedBatch(`${name}-first`, place, provider, terms).run().ended;
    const batch = new TriedBatch(name, place, provider, terms);
    const { child, ended } = batch.run();
    let found = 0;
    if (afterMs !== null) {
      await Promise.race([untilFound(redis.address, child).then(() => pause(afterMs)), ended]);
      found = hitsOf(redis.address);
      await redis.kill();
    }
    await ended;
    return { answers: outcomesOfRows(await batch.results()), found };
  } finally {
    await redis.kill();
  }
}

async function untilFound(address: string, child: ChildProcess): Promise<void> {
  const last = performance.now() + START_MS;
  while (child.exitCode === null && performance.now() < last && hitsOf(address) === 0) await pause(LOOK_MS);
}

/** How often a Redis had what it was asked for. */
function hitsOf(address: string): number {
  const { stdout } = spawnSync('redis-cli', ['-u', address, 'info', 'stats'], { encoding: 'utf8' });
  return Number(/keyspace_hits:(\d+)/.exec(stdout)?.[1] ?? 0);
}
