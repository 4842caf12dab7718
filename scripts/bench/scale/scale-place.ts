import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { systemClock } from '../../../src/base/clock.js';
import { openStore, openStoreAsItIs } from '../../../src/store/open-store.js';
import { migrateTo } from '../../../src/store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../../src/store/schema-version.js';
import type { Store } from '../../../src/store/store.js';

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
}

const SERVER = process.env.PROMPT_RUNNER_BENCH_SERVER ?? 'postgres://postgres@127.0.0.1:5432/test';

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
};

const postgres: ScaleKind = {
  name: 'PostgreSQL',
  rowsPerSecond: 20_000,
  async make() {
    const schema = `prompt_runner_scale_${process.pid}_${Date.now()}`;
    const address = new URL(SERVER);
    address.searchParams.set('schema', schema);
    const location = address.href;
    const store = await openStoreAsItIs(location);
    await migrateTo(store.database, location, SCHEMA_VERSION, systemClock);
    await store.close();
    return { location, remove: () => dropSchema(location, schema) };
  },
  settle: sql`vacuum analyze`,
};

/** The kinds of store that can be reached. */
export async function reachableKinds(): Promise<ScaleKind[]> {
  const reachable = await isReachable();
  if (!reachable) console.error(`No PostgreSQL at ${SERVER}: what is measured there is left out.`);
  return reachable ? [sqlite, postgres] : [sqlite];
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

async function isReachable(): Promise<boolean> {
  const store = await openStoreAsItIs(SERVER);
  try {
    await sql`select 1`.execute(store.database);
    return true;
  } catch {
    return false;
  } finally {
    await store.close();
  }
}
