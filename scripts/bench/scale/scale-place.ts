import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { systemClock } from '../../../src/base/clock.js';
import { openStore, openStoreAsItIs } from '../../../src/store/open-store.js';
import { migrateTo } from '../../../src/store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../../src/store/schema-version.js';
import type { Store } from '../../../src/store/store.js';
import { OwnServer, reasonForNoServer } from '../../../test/fixtures/own-server.js';

/** An empty place for a store, which goes when it is not needed any more. */
export interface ScalePlace {
  readonly location: string;
  remove(): Promise<void>;
}

/** A kind of store that is measured. */
export interface ScaleKind {
  readonly name: string;
  /** How fast it takes executions in, at least. */
  readonly rowsPerSecond: number;
  make(): Promise<ScalePlace>;
  /** What the server does by itself in time: without it, a table just filled is read as if it were small. */
  readonly settle: RawBuilder<unknown>;
  /**
   * Has the system keep a store in memory. How fast a disk is belongs to the machine, and some machines forget within
   * a minute what was written.
   */
  keepInMemory(location: string): Promise<void>;
}

const READ_BYTES = 1024 * 1024;

const sqlite: ScaleKind = {
  name: 'SQLite',
  rowsPerSecond: 50_000,
  async make() {
    const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-scale-'));
    return {
      location: join(folder, 'store.db'),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  settle: sql`pragma wal_checkpoint(truncate)`,
  keepInMemory: readThrough,
};

async function readThrough(file: string): Promise<void> {
  for await (const _ of createReadStream(file, { highWaterMark: READ_BYTES }));
}

/** @param server its address */
const postgresAt = (server: string): ScaleKind => ({
  name: 'PostgreSQL',
  rowsPerSecond: 20_000,
  async make() {
    const schema = `prompt_runner_scale_${process.pid}_${Date.now()}`;
    const address = new URL(server);
    address.searchParams.set('schema', schema);
    const location = address.href;
    const store = await openStoreAsItIs(location);
    await migrateTo(store.database, location, SCHEMA_VERSION, systemClock);
    await store.close();
    return { location, remove: () => dropSchema(location, schema) };
  },
  settle: sql`vacuum analyze`,
  // The server has room of its own for all of it.
  keepInMemory: () => Promise.resolve(),
});

/** Does something for each kind of store that can be had here, one after the other. */
export async function forEachKind<Result>(work: (kind: ScaleKind) => Promise<Result>): Promise<Result[]> {
  return [await work(sqlite), ...(await onServer((server) => work(postgresAt(server))))];
}

/** A quarter of the memory is where the server's manual begins; it comes with 128 MB, for the smallest of machines. */
const settings = { shared_buffers: `${Math.floor(totalmem() / 4 / 1024 ** 2)}MB` };

/** On the server that the environment names, or on one that is started for it; nowhere when there is none. */
async function onServer<Result>(work: (server: string) => Promise<Result>): Promise<Result[]> {
  const named = process.env.PROMPT_RUNNER_BENCH_SERVER;
  if (named !== undefined) return [await work(named)];
  const reason = reasonForNoServer();
  if (reason !== null) {
    console.error(`What is measured on PostgreSQL is left out: ${reason}.`);
    return [];
  }
  const server = await OwnServer.start(settings);
  try {
    return [await work(server.address)];
  } finally {
    await server.remove();
  }
}

/** Does something with a new store of a kind, which is gone afterwards. */
export async function withPlace<Result>(
  kind: ScaleKind,
  work: (place: ScalePlace) => Promise<Result>,
): Promise<Result> {
  const place = await kind.make();
  try {
    return await work(place);
  } finally {
    await place.remove();
  }
}

export async function withStore<Result>(
  { location }: ScalePlace,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(location, systemClock);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function dropSchema(location: string, schema: string): Promise<void> {
  const store = await openStoreAsItIs(location);
  await sql`drop schema ${sql.ref(schema)} cascade`.execute(store.database);
  await store.close();
}
