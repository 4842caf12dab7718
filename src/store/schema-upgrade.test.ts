import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { placeOn } from '../../test/fixtures/empty-store.js';
import { someTime } from '../../test/fixtures/sessions.js';
import { checkStore } from './check/check-store.js';
import { appliedMigrations, currentSchema } from './current-schema.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { upkeepOf } from './dialects/upkeep.js';
import { migrations } from './migrations/index.js';
import { openStoreAsItIs } from './open-store.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { Store } from './store.js';

const clock = { now: () => someTime };
const names = migrations.map(({ name }) => name);

let folder: string;
let place: string;
let stores: Store[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-store-'));
  const server = inject('server');
  place = server === null ? join(folder, 'store.db') : placeOn(server);
  stores = [];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Store> {
  const store = await openStoreAsItIs(place);
  stores.push(store);
  return store;
}

const move = (store: Store, target: number) => migrateTo(store.database, store.location, target, clock);

describe('migrating', () => {
  it('says what was applied, in the order in which it was', async () => {
    const store = await open();
    expect(await move(store, SCHEMA_VERSION)).toEqual({ from: 0, to: SCHEMA_VERSION, applied: names });
    expect(await move(store, SCHEMA_VERSION)).toMatchObject({ from: SCHEMA_VERSION, applied: [] });
    expect(await move(store, 0)).toEqual({ from: SCHEMA_VERSION, to: 0, applied: names.toReversed() });
  });

  it('keeps a ledger of what was applied when', async () => {
    const store = await open();
    expect(await appliedMigrations(store.database)).toEqual(new Map());
    await move(store, SCHEMA_VERSION);
    expect(await appliedMigrations(store.database)).toEqual(
      new Map(migrations.map(({ number }) => [number, someTime])),
    );
    await move(store, 0);
    expect(await currentSchema(store.database)).toBe(0);
  });

  it.each([-1, 0.5, SCHEMA_VERSION + 1, Number.NaN])('knows no schema %d', async (target) => {
    const store = await open();
    await expect(move(store, target)).rejects.toMatchObject({ code: 'SCHEMA_NUMBER_UNKNOWN', kind: 'usage' });
  });

  it('is done once when two connections do it at once', async () => {
    const [one, other] = [await open(), await open()];
    const changes = await Promise.all([move(one, SCHEMA_VERSION), move(other, SCHEMA_VERSION)]);
    expect(changes.map(({ applied }) => applied).toSorted((a, b) => a.length - b.length)).toEqual([
      [],
      names,
    ]);
  });

  it('is done once when one goes up and another down at once', async () => {
    const [one, other] = [await open(), await open()];
    await move(one, SCHEMA_VERSION);
    await Promise.all([move(one, 0), move(other, SCHEMA_VERSION), move(one, 2), move(other, 1)]);
    const schema = await currentSchema(one.database);
    const applied = await appliedMigrations(other.database);
    const numbers = [...applied.keys()].toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: schema }, (_, at) => at + 1));
    await move(one, SCHEMA_VERSION);
    expect(await checkStore(one, () => {})).toEqual([]);
  });

  it('leaves everything as it was when a step fails', async () => {
    const store = await open();
    await capabilitiesOf(store.database).makePlace(store.database);
    await store.database.schema.createTable('session_events').addColumn('mine', 'text').execute();
    await expect(move(store, SCHEMA_VERSION)).rejects.toThrow('session_events');
    const tables = await (await upkeepOf(store.database)).tables(store.database);
    expect(tables).toEqual([{ name: 'session_events', columns: ['mine'] }]);
  });

  it('leaves the database of another program alone', async () => {
    const store = await open();
    if (!capabilitiesOf(store.database).upgradesItself) return;
    for (const table of ['users', 'posts', 'tags', 'votes']) {
      await store.database.schema.createTable(table).addColumn('mine', 'text').execute();
    }
    await expect(move(store, SCHEMA_VERSION)).rejects.toMatchObject({
      code: 'STORE_OF_OTHERS',
      message: expect.stringMatching(/tables \w+, \w+, \w+ and more\.$/),
    });
    expect(await (await upkeepOf(store.database)).tables(store.database)).toHaveLength(4);
  });

  it('is refused for a store that a newer program wrote', async () => {
    const store = await open();
    await move(store, SCHEMA_VERSION);
    const newer = { number: SCHEMA_VERSION + 1, name: 'later', applied_at: someTime.toISOString() };
    await store.database.insertInto('schema_migrations').values(newer).execute();
    await expect(move(store, 0)).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    expect(await currentSchema(store.database)).toBe(SCHEMA_VERSION + 1);
  });
});
