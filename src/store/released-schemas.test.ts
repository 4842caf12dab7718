import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { allRows, loadReleased, releasedRows, releasedSchemas } from '../../test/fixtures/released-schema.js';
import { someTime } from '../../test/fixtures/sessions.js';
import { checkStore } from './check/check-store.js';
import { indexDue } from './execution-search-index.js';
import { lossesOnTheWayTo, migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { Store } from './store.js';
import { designOf, recordTables } from './table-design.js';

const clock = { now: () => someTime };

let store: Store;
beforeEach(async () => {
  store = await emptyStore(clock);
  await move(0);
});
afterEach(async () => {
  await move(SCHEMA_VERSION);
  await store.close();
});

const move = (target: number) => migrateTo(store.database, store.location, target, clock);

describe('the data of released schemas', () => {
  it('is there for every schema', () => {
    expect(releasedSchemas).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, at) => at + 1));
  });

  it.each(releasedSchemas)('fills every table of schema %i', async (schema) => {
    const filled = new Set(releasedRows(schema).map(({ table }) => table));
    expect([...filled].toSorted()).toEqual(
      recordTables(await designOf(schema))
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});

describe.each(releasedSchemas)('a store of schema %i', (schema) => {
  it('goes to the newest and back with every row as it was', async () => {
    await loadReleased(store, schema);
    const before = await allRows(store, schema);
    await move(SCHEMA_VERSION);
    const atHead = await allRows(store, SCHEMA_VERSION);
    for (const [table, rows] of Object.entries(before)) {
      expect([table, (atHead[table] ?? []).length >= rows.length]).toEqual([table, true]);
    }
    await move(schema);
    expect(await allRows(store, schema)).toEqual(before);
  });

  it('is sound at the newest, and says nothing is lost on the way back', async () => {
    await loadReleased(store, schema);
    await move(SCHEMA_VERSION);
    await indexDue(store.database);
    expect(await checkStore(store, () => {})).toEqual([]);
    expect(await lossesOnTheWayTo(store.database, schema)).toEqual([]);
  });

  it('says what the schema below has no place for', async () => {
    await loadReleased(store, schema);
    const losses = await lossesOnTheWayTo(store.database, schema - 1);
    // The search indexes of schema 4 can be made again; 11 has nothing new to keep.
    expect(losses.length > 0).toBe(![4, 11].includes(schema));
    for (const { table, column, rows } of losses) {
      const where = column === null ? sql`1 = 1` : sql`${sql.ref(column)} is not null`;
      const { rows: found } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(table)} where ${where}
      `.execute(store.database);
      expect(rows).toBeLessThanOrEqual(Number(found[0]?.count));
      expect(rows).toBeGreaterThan(0);
    }
  });
});

describe('what is lost', () => {
  const lostBelow = async (schema: number) => {
    await loadReleased(store, schema);
    return lossesOnTheWayTo(store.database, schema - 1);
  };

  it('below schema 2 are the requests that were revised, and the parts', async () => {
    expect(await lostBelow(2)).toEqual([
      { table: 'session_requests', column: null, rows: 2 },
      { table: 'orchestration_phases', column: 'part', rows: 1 },
    ]);
  });

  it('below schema 7 are protected labels, and all but the last of what several have in use at a place', async () => {
    expect(await lostBelow(7)).toEqual([
      { table: 'protected_labels', column: null, rows: 1 },
      { table: 'active_choices', column: null, rows: 1 },
    ]);
    await move(6);
    const { rows } = await sql`select place, chosen from active_choices order by place`.execute(
      store.database,
    );
    expect(rows).toContainEqual({ place: '/home/ada/shop', chosen: 's00000000two' });
    expect(rows).toHaveLength(2);
  });

  it('below schema 5 is not that an answer was pasted, which its attempt tells', async () => {
    expect(await lostBelow(5)).toContainEqual({ table: 'executions', column: null, rows: 2 });
  });

  it('below schema 1 is everything, each table once', async () => {
    await loadReleased(store, SCHEMA_VERSION);
    const losses = await lossesOnTheWayTo(store.database, 0);
    expect(losses.filter(({ table }) => table === 'orchestration_phases')).toEqual([
      { table: 'orchestration_phases', column: null, rows: 3 },
    ]);
  });
});
