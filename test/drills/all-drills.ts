import { endConnectionsOf, OwnServer, reasonForNoServer } from '../fixtures/own-server.js';
import { hasRedis } from '../fixtures/redis-server.js';
import { type BrokenDrill, brokenDrill } from './broken-connections.js';
import { cachedBatchDrill } from './cached-batch.js';
import { damageDrill } from './damaged-file.js';
import { disturbedBatchDrill } from './disturbed-batch.js';
import { type Drill, type DrillOutcome, doneWith, skipped } from './drill.js';
import { experimentsDrill } from './experiments.js';
import { type DiskReport, diskDrill } from './full-disk.js';
import { fullServerDrill } from './full-server.js';
import { killDrill } from './kill.js';
import { killedBatchDrill } from './killed-batch.js';
import { killedExperimentDrill } from './killed-experiment.js';
import { killedOptimizationDrill } from './killed-optimization.js';
import { upkeepDrill } from './killed-upkeep.js';
import { killedWorkerDrill } from './killed-worker.js';
import { libraryDrill } from './library.js';
import { optimizerDrill, worldKinds } from './optimizer.js';
import { reasonForNoDisk } from './small-disk.js';
import { stoppedBatchDrill } from './stopped-batch.js';
import { roomDrill, wholeStoreCommands } from './upkeep-without-room.js';
import { type WritersDrill, writersDrill } from './writers.js';
import { clockDrill } from './wrong-clock.js';

/** What writers call themselves whose connections are ended. */
const WRITERS = 'drill-writers';

/** What the batches of drills are asked with. */
const batchTerms = { rows: 2000, concurrency: 20 };

/** Every drill at full length; most take about two minutes at most on two cores, those of batches about ten. */
export function allDrills(server: string | null): readonly Drill[] {
  return [
    ...onBoth(server, 'writers', '50 processes, 20 writes each', (place) =>
      writers({ writers: 50, writesEach: 20, by: 'library', server: place }),
    ),
    ...onBoth(server, 'commands', '50 at once, 6 commands each, a process a command', (place) =>
      writers({ writers: 50, writesEach: 6, by: 'commands', server: place }),
    ),
    ...onBoth(server, 'kill', 'kill -9 of 3 writers, 50 rounds', async (place) => {
      const { faults, ...figures } = await killDrill({ rounds: 50, seconds: 100, lanes: 3, server: place });
      return doneWith(figures, faults);
    }),
    ...onBoth(server, 'library', '20 processes change one prompt, one of four killed', async (place) => {
      const drill = { writers: 20, changesEach: 10, killOneOf: 4, server: place };
      const { faults, ...figures } = await libraryDrill(drill);
      return doneWith(figures, faults);
    }),
    ...onBoth(server, 'upkeep', 'kill -9 of upgrade, downgrade, restore and import', async (place) => {
      const drill = { kills: 6, pairs: 2, prompts: 200, server: place };
      const { faults, ...figures } = await upkeepDrill(drill);
      return doneWith(figures, faults);
    }),
    ...onBoth(server, 'batches', 'kill -9 of a batch, 200 times', async (place) => {
      const drill = { ...batchTerms, kills: 200, killsEach: 8, delayMs: 5, server: place };
      const { faults, ...figures } = await killedBatchDrill(drill);
      return doneWith(figures, faults);
    }),
    ...onBoth(server, 'experiments', 'kill -9 of experiment run, 12 experiments', async (place) => {
      const drill = { rows: 100, experiments: 12, killsEach: 4, delayMs: 20, server: place };
      const { faults, ...figures } = await killedExperimentDrill(drill);
      return doneWith(figures, faults);
    }),
    ...onBoth(server, 'batches', 'SIGTERM and SIGINT of a batch, 50 times', async (place) => {
      const drill = { ...batchTerms, stops: 50, delayMs: 20, server: place };
      const { faults, slowest, ...figures } = await stoppedBatchDrill(drill);
      return doneWith({ ...figures, 'slowest end, ms': Math.round(slowest) }, faults);
    }),
    ...onBoth(server, 'batches', 'the Redis killed under a batch from the cache, 5 times', (place) =>
      ifPossible(hasRedis ? null : 'there is no redis-server', async () => {
        const { faults, ...figures } = await cachedBatchDrill({ ...batchTerms, kills: 5, server: place });
        return doneWith(figures, faults);
      }),
    ),
    {
      name: 'batches',
      title: 'kill -9 of one of two workers, 5 times; PostgreSQL',
      run: async () => {
        if (server === null) return skipped('no PostgreSQL answers');
        const drill = { ...batchTerms, workers: 2, rounds: 5, delayMs: 100, server };
        const { faults, slowest, ...figures } = await killedWorkerDrill(drill);
        return doneWith({ ...figures, 'slowest, s': Math.round(slowest) }, faults);
      },
    },
    {
      name: 'batches',
      title: 'the server restarted under a batch, every second time as by a power cut; PostgreSQL',
      run: () =>
        ifPossible(reasonForNoServer(), () =>
          withServer(async (own) => {
            let restarts = 0;
            const disturb = () => own.restart(restarts++ % 2 === 0 ? 'fast' : 'immediate');
            const { address: server } = own;
            const drill = { ...batchTerms, delayMs: 50, server, disturb, disturbances: 4 };
            const { faults, ...figures } = await disturbedBatchDrill(drill);
            return doneWith(figures, faults);
          }),
        ),
    },
    {
      name: 'disk',
      title: 'a disk that is full at 20 offsets, read-only or closed; SQLite',
      run: () =>
        ifPossible(reasonForNoDisk(), async () =>
          ofDisk(await diskDrill({ offsets: 20, stepBytes: 32_768 })),
        ),
    },
    {
      name: 'disk',
      title: 'no room and no permission for the commands that work with a whole store; SQLite',
      run: () =>
        ifPossible(reasonForNoDisk(), async () =>
          ofDisk(await roomDrill({ commands: wholeStoreCommands, offsets: 8, prompts: 200 })),
        ),
    },
    {
      name: 'disk',
      title: 'a disk that is full, five times; PostgreSQL',
      run: () =>
        ifPossible(reasonForNoDisk() ?? reasonForNoServer(), () =>
          withServer(async (own) => ofDisk(await fullServerDrill(own))),
        ),
    },
    {
      name: 'damage',
      title: 'random flips, ruins and cut logs of a file; SQLite',
      run: async () => {
        const seed = Math.floor(Math.random() * 2 ** 31);
        const drill = { flips: 100, manyFlips: 20, cuts: 40, ruinsByCommand: Number.POSITIVE_INFINITY, seed };
        const { outcomes, ruins, cuts, faults } = await damageDrill(drill);
        return doneWith({ ...outcomes, ruins, cuts, seed }, faults);
      },
    },
    {
      name: 'server',
      title: 'connections ended every 2 s; PostgreSQL',
      run: () =>
        broken(async (own) => {
          const { server: address, ...many } = writersOn(own);
          const named = new URL(address);
          named.searchParams.set('application_name', WRITERS);
          const control = await own.control();
          try {
            const disturb = () => endConnectionsOf(control, WRITERS);
            return await brokenDrill({ ...many, server: named.href, seconds: 60, disturb, pauseMs: 2000 });
          } finally {
            await control.close();
          }
        }),
    },
    {
      name: 'server',
      title: 'restarted every 5 s, every second time as by a power cut; PostgreSQL',
      run: () =>
        broken((own) => {
          let restarts = 0;
          const disturb = () => own.restart(restarts++ % 2 === 0 ? 'fast' : 'immediate');
          return brokenDrill({ ...writersOn(own), seconds: 60, disturb, pauseMs: 5000 });
        }),
    },
    ...onBoth(server, 'clock', 'clocks a day ahead and a day behind', async (place) => {
      const { commands, faults } = await clockDrill({ sessions: 5, versions: 20, runs: 4, server: place });
      return doneWith({ commands }, faults);
    }),
    {
      name: 'experiments',
      title: '10,000 experiments of each kind whose truth is known; percent of them',
      run: async () => {
        const { frequencies, faults } = experimentsDrill({ experiments: 10_000, leeway: 0 });
        return doneWith(frequencies, faults);
      },
    },
    ...onBoth(server, 'optimizer', 'kill -9 of an optimisation, 50 times', async (place) => {
      const drill = { kills: 50, killsEach: 6, delayMs: 20, server: place };
      const { faults, ...figures } = await killedOptimizationDrill(drill);
      return doneWith(figures, faults);
    }),
    ...worldKinds.map((kind) => ({
      name: 'optimizer',
      title: `200 searches in worlds whose truth is known: ${kind.name}; percent`,
      run: async () => {
        const { figures, faults } = await optimizerDrill(kind, { seeds: 200, leeway: 0 });
        return doneWith(figures, faults);
      },
    })),
  ];
}

/** A drill on a file, and the same on a server. */
function onBoth(
  server: string | null,
  name: string,
  title: string,
  run: (server: string | null) => Promise<DrillOutcome>,
): Drill[] {
  return [
    { name, title: `${title}; SQLite`, run: () => run(null) },
    {
      name,
      title: `${title}; PostgreSQL`,
      run: () => ifPossible(server === null ? 'no PostgreSQL answers' : null, () => run(server)),
    },
  ];
}

function ifPossible(reason: string | null, run: () => Promise<DrillOutcome>): Promise<DrillOutcome> {
  return reason === null ? run() : Promise.resolve(skipped(reason));
}

async function withServer(run: (server: OwnServer) => Promise<DrillOutcome>): Promise<DrillOutcome> {
  const server = await OwnServer.start();
  try {
    return await run(server);
  } finally {
    await server.remove();
  }
}

function broken(run: (server: OwnServer) => ReturnType<typeof brokenDrill>): Promise<DrillOutcome> {
  return ifPossible(reasonForNoServer(), () =>
    withServer(async (own) => {
      const { faults, ...figures } = await run(own);
      return doneWith(figures, faults);
    }),
  );
}

function writersOn({ address }: OwnServer): Pick<BrokenDrill, 'server' | 'apps' | 'lanes'> {
  return { server: address, apps: 4, lanes: 2 };
}

async function writers(drill: WritersDrill): Promise<DrillOutcome> {
  const { found, faults } = await writersDrill(drill);
  return doneWith({ ...found }, faults);
}

function ofDisk({ refusals, faults, ...figures }: DiskReport): DrillOutcome {
  return doneWith({ ...figures, ...refusals }, faults);
}
