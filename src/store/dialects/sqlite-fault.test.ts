import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyHalfDone } from '../../../test/fixtures/half-done-change.js';
import { anAnswer, aProject, aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { openStore, openStoreToRead } from '../open-store.js';
import type { Store } from '../store.js';
import { asStoreFault } from './sqlite-fault.js';

const clock = { now: () => someTime };

let folder: string;
let file: string;
let stores: Store[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-fault-'));
  file = join(folder, 'store.db');
  stores = [];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Store> {
  const store = await openStore(file, clock);
  stores.push(store);
  return store;
}

describe('a store that cannot be used', () => {
  it.each([
    ['text', 'A letter to my aunt.\n'.repeat(500)],
    ['a short text', 'hello'.repeat(30)],
    ['bytes', Buffer.alloc(10_000, 0xa5)],
  ])('is no database: %s is left as it is', async (_, content) => {
    writeFileSync(file, content);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_NOT_A_DATABASE',
      kind: 'failed',
      message: expect.stringContaining(file),
      remedy: { hint: expect.stringContaining('left as it is') },
    });
    expect(readFileSync(file)).toEqual(Buffer.from(content));
  });

  it('is a folder', async () => {
    mkdirSync(file);
    await expect(open()).rejects.toMatchObject({ code: 'STORE_CANNOT_OPEN' });
  });

  it('is read-only', async () => {
    const store = await open();
    await sql`pragma query_only=on`.execute(store.database);
    await expect(store.projects.insert(aProject())).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    expect(await store.projects.list()).toEqual([]);
  });

  it('was left in the middle of a change: that is said where nothing is written, and taken back elsewhere', async () => {
    const left = join(folder, 'left.db');
    const store = await open();
    await store.projects.insert(aProject());
    await copyHalfDone(store, left);
    const reading = await openStoreToRead(left);
    await expect(reading?.projects.list()).rejects.toMatchObject({
      code: 'STORE_INTERRUPTED',
      message: expect.stringContaining(left),
    });
    await reading?.close();
    file = left;
    expect(await (await open()).projects.list()).toMatchObject([{ name: 'shop' }]);
  });

  it('is damaged, as far as numbers are in it that nobody wrote', async () => {
    const store = await open();
    await store.journal.create(creationOf(aSession()));
    await sql`update orchestration_sessions set version = 9223372036854775807`.execute(store.database);
    const versions = store.database.selectFrom('orchestration_sessions').select('version');
    await expect(versions.execute()).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    await expect(versions.stream().next()).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining(file),
    });
  });

  it('is full', async () => {
    const store = await open();
    const session = aSession();
    await store.journal.create(creationOf(session));
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.database);
    await sql`pragma max_page_count=${sql.lit(rows[0]?.page_count ?? 0)}`.execute(store.database);
    const receiving = store.journal.receive(anAnswer(session.id, new Uint8Array(100_000)));
    await expect(receiving).rejects.toMatchObject({ code: 'STORE_FULL' });
    expect(await store.journal.attempts(session.id)).toHaveLength(1);
  });

  it('is damaged', async () => {
    await (await openStore(file, clock)).close();
    const bytes = readFileSync(file).fill(0xa5, 4096);
    file = join(folder, 'damaged.db');
    writeFileSync(file, bytes);
    const opening = open().then((store) => store.projects.list());
    await expect(opening).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });
});

describe('the driver’s error', () => {
  const driverError = (errcode: unknown) => Object.assign(new Error('a driver says so'), { errcode });

  it.each([
    [5, 'STORE_BUSY'],
    [8, 'STORE_READ_ONLY'],
    [10, 'STORE_IO'],
    [11, 'STORE_DAMAGED'],
    [13, 'STORE_FULL'],
    [14, 'STORE_CANNOT_OPEN'],
    [26, 'STORE_NOT_A_DATABASE'],
    // Extended codes carry the primary one in their lowest byte: a snapshot that is busy, a failed fsync.
    [517, 'STORE_BUSY'],
    [1034, 'STORE_IO'],
  ])('%i is %s, with the cause and a hint', (errcode, code) => {
    const error = driverError(errcode);
    expect(asStoreFault(error, '/data/store.db')).toMatchObject({
      code,
      cause: error,
      message: expect.stringMatching(/^The store \/data\/store\.db .*\.$/),
      remedy: { hint: expect.any(String) },
    });
  });

  it.each([
    ['database is locked', 'STORE_BUSY'],
    ['disk I/O error', 'STORE_IO'],
    ['database disk image is malformed', 'STORE_DAMAGED'],
  ])('is known by its words where it has no code: %s', (message, code) => {
    const error = Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR' });
    expect(asStoreFault(error, '/data/store.db')).toMatchObject({ code, cause: error });
    expect(asStoreFault(new Error(message), '/data/store.db')).toBeInstanceOf(Error);
    expect(asStoreFault(new Error(message), '/data/store.db')).not.toHaveProperty('code');
  });

  it('of a search index that is declared wrongly is damage', () => {
    const error = Object.assign(new Error('unrecognized option: "conteft"'), { errcode: 1 });
    expect(asStoreFault(error, '/data/store.db')).toMatchObject({ code: 'STORE_DAMAGED', cause: error });
  });

  it.each([
    ['a constraint', driverError(19)],
    ['a code that is no number', driverError('5')],
    ['another error', new TypeError('a bug')],
    ['no error', 'thrown text'],
  ])('stays what it is: %s', (_, error) => {
    expect(asStoreFault(error, '/data/store.db')).toBe(error);
  });
});
