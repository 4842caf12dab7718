import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numbersIn } from '../../test/fixtures/session-counts.js';
import { aSession, creationOf, someTime } from '../../test/fixtures/sessions.js';
import { currentSchema } from './current-schema.js';
import { openStore, openStoreAsItIs } from './open-store.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { Store } from './store.js';

const clock = { now: () => someTime };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-store-'));
  file = join(folder, 'data', 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function using<T>(opening: Promise<Store>, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await opening;
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const inStore = <T>(work: (store: Store) => Promise<T>) => using(openStore(file, clock), work);
const backups = () => readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.bak'));

describe('a new store', () => {
  it('is made with its folder, for its owner only, and has the newest schema', async () => {
    expect(await inStore(({ database }) => currentSchema(database))).toBe(SCHEMA_VERSION);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(backups()).toEqual([]);
  });

  it('lets readers and writers in together, keeps references whole and commits to the disk', async () => {
    await inStore(async ({ database }) => {
      const [journal, keys, synchronous] = await Promise.all([
        sql`pragma journal_mode`.execute(database),
        sql`pragma foreign_keys`.execute(database),
        sql`pragma synchronous`.execute(database),
      ]);
      expect(journal.rows).toEqual([{ journal_mode: 'wal' }]);
      expect(keys.rows).toEqual([{ foreign_keys: 1 }]);
      expect(synchronous.rows).toEqual([{ synchronous: 2 }]);
    });
  });

  it('is made once when five open it at once', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(file, clock)));
    await Promise.all(stores.map(({ journal }) => journal.create(creationOf(aSession()))));
    const counts = await Promise.all(
      stores.map(async ({ sessions }) => numbersIn(await sessions.counts({}))),
    );
    expect(counts).toEqual(Array.from({ length: 5 }, () => ({ planning: 5 })));
    await Promise.all(stores.map((store) => store.close()));
  });
});

describe('a store that is there', () => {
  it('keeps what is in it, and is not backed up for nothing', async () => {
    const session = aSession();
    await inStore(({ journal }) => journal.create(creationOf(session)));
    expect(await inStore(({ sessions }) => sessions.recentNames(10))).toMatchObject([{ id: session.id }]);
    expect(backups()).toEqual([]);
  });

  it('is whole in its one file after it was closed', async () => {
    const session = aSession();
    await inStore(({ journal }) => journal.create(creationOf(session)));
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    expect(await using(openStore(copy, clock), ({ sessions }) => sessions.recentNames(10))).toMatchObject([
      { id: session.id },
    ]);
  });

  it('is refused, untouched, when a newer program wrote it', async () => {
    await inStore(({ database }) =>
      database
        .insertInto('schema_migrations')
        .values({ number: SCHEMA_VERSION + 1, name: 'later', applied_at: someTime.toISOString() })
        .execute(),
    );
    await expect(openStore(file, clock)).rejects.toMatchObject({
      code: 'STORE_TOO_NEW',
      message: expect.stringContaining(`schema ${SCHEMA_VERSION + 1}`),
    });
    const found = await using(openStoreAsItIs(file), ({ database }) => currentSchema(database));
    expect(found).toBe(SCHEMA_VERSION + 1);
  });

  it('is backed up and brought up to date when an older program wrote it', async () => {
    const older = SCHEMA_VERSION - 1;
    const session = aSession();
    await inStore(async (store) => {
      await store.journal.create(creationOf(session));
      await migrateTo(store.database, store.location, older, clock);
    });
    expect(await inStore(({ database }) => currentSchema(database))).toBe(SCHEMA_VERSION);
    if (older === 0) return;
    expect(await inStore(({ sessions }) => sessions.withIdPrefix(session.id))).toEqual([session]);
    const backup = `store.db.schema-${older}.2026-03-01T10-00-00-000Z.bak`;
    expect(backups()).toEqual([backup]);
    const kept = using(openStoreAsItIs(join(folder, 'data', backup)), ({ database }) =>
      currentSchema(database),
    );
    expect(await kept).toBe(older);
  });

  it('is not upgraded by those who only look at it', async () => {
    expect(await using(openStoreAsItIs(file), ({ database }) => currentSchema(database))).toBe(0);
  });
});

describe('a backup', () => {
  it('is a whole store of its own, made while others write', async () => {
    const copy = join(folder, 'copy.db');
    const session = aSession();
    await inStore(async (store) => {
      await store.journal.create(creationOf(session));
      await Promise.all([store.backupTo?.(copy), store.journal.create(creationOf(aSession()))]);
    });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const names = await using(openStore(copy, clock), ({ sessions }) => sessions.recentNames(10));
    expect(names).toContainEqual({ id: session.id, title: session.title });
  });

  it('is refused where there is no folder', async () => {
    const nowhere = join(folder, 'nowhere', 'copy.db');
    await expect(inStore(async (store) => store.backupTo?.(nowhere))).rejects.toMatchObject({
      code: 'STORE_CANNOT_OPEN',
    });
  });
});

describe('an address that is no file', () => {
  it('is refused without its password', async () => {
    const opening = openStoreAsItIs('mysql://ada:hunter2@host/shop');
    await expect(opening).rejects.toMatchObject({
      code: 'STORE_UNSUPPORTED',
      message: expect.not.stringContaining('hunter2'),
    });
    await expect(opening).rejects.toThrow('host/shop');
  });

  it('is refused as a folder', async () => {
    mkdirSync(file, { recursive: true });
    await expect(openStore(file, clock)).rejects.toMatchObject({ code: 'STORE_CANNOT_OPEN' });
  });

  it('is refused below a file', async () => {
    await inStore(async () => undefined);
    await expect(openStore(join(file, 'store.db'), clock)).rejects.toMatchObject({
      code: 'STORE_CANNOT_OPEN',
    });
    expect(existsSync(file)).toBe(true);
  });
});
