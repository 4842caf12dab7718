import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../base/clock.js';
import { openStore } from '../open-store.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { designOf, type TableDesign } from '../table-design.js';
import { inTransaction } from '../transaction.js';
import { sqliteUpkeep } from './sqlite-upkeep.js';
import type { StoredRow } from './upkeep.js';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', systemClock);
});
afterEach(() => store.close());

/** All that SQLite knows of how the store is made; what it knows of indexes, in the order in which it weighs them. */
async function schema(): Promise<unknown[]> {
  const { rows } = await sql`
    select type, name, tbl_name, sql from sqlite_master order by type, tbl_name, rowid
  `.execute(store.database);
  return rows;
}

async function indexNames(): Promise<readonly string[]> {
  return sqliteUpkeep.indexes(store.database);
}

async function tableNamed(name: string): Promise<TableDesign> {
  const { tables } = await designOf(SCHEMA_VERSION);
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
}

/** Fills a table, and tells what indexes there were meanwhile. */
async function indexesWhileFilling(
  name: string,
  rows: readonly StoredRow[] = [],
): Promise<readonly string[]> {
  const table = await tableNamed(name);
  let meanwhile: readonly string[] = [];
  await inTransaction(store.database, ['store'], (transaction) =>
    sqliteUpkeep.filling(transaction, table, async () => {
      await sqliteUpkeep.insert(transaction, table, rows);
      meanwhile = await sqliteUpkeep.indexes(transaction);
    }),
  );
  return meanwhile;
}

describe('filling a table', () => {
  it('does without its indexes meanwhile, and leaves the store as it was made', async () => {
    const before = await schema();
    const { tables } = await designOf(SCHEMA_VERSION);
    for (const { name } of tables) await indexesWhileFilling(name);
    expect(await schema()).toEqual(before);
    expect(await indexesWhileFilling('executions')).not.toContain('executions_by_time');
    expect(await indexNames()).toContain('executions_by_time');
  });

  it('keeps the indexes of other tables, and those that keep rows unique', async () => {
    const meanwhile = await indexesWhileFilling('prompts');
    expect(meanwhile).not.toContain('prompts_by_scope');
    expect(meanwhile).toEqual(expect.arrayContaining(['prompts_by_name', 'executions_by_time']));
  });

  it('leaves the memory as it was that the store may use', async () => {
    const cache = () => sql`pragma cache_size`.execute(store.database);
    const before = await cache();
    await indexesWhileFilling('executions');
    expect(await cache()).toEqual(before);
  });

  it('leaves everything as it was when it fails', async () => {
    const before = await schema();
    const table = await tableNamed('executions');
    const filled = inTransaction(store.database, ['store'], (transaction) =>
      sqliteUpkeep.filling(transaction, table, () => Promise.reject(new Error('no more rows'))),
    );
    await expect(filled).rejects.toThrow('no more rows');
    expect(await schema()).toEqual(before);
  });

  it('has the new rows in the indexes afterwards, with their texts unchanged', async () => {
    const actors = ['me', 'a\0b', '\ud800', 'ünïcödé 漢字 🎉'];
    await indexesWhileFilling('audit_log', await auditRows(actors));
    expect(await sqliteUpkeep.faults(store.database)).toEqual([]);
    for (const [at, actor] of actors.entries()) {
      const { rows } = await sql`
        select number, actor from audit_log indexed by audit_log_by_actor where actor = ${actor}
      `.execute(store.database);
      expect(rows).toEqual([{ number: at + 1, actor }]);
    }
  });

  it('tells of a row that does not fit as it comes', async () => {
    const [row = []] = await auditRows(['me']);
    await expect(indexesWhileFilling('audit_log', [row, row])).rejects.toSatisfy(sqliteUpkeep.isMisfit);
    expect(await indexNames()).toContain('audit_log_by_actor');
  });
});

describe('emptying tables', () => {
  it('forgets what queries were planned by', async () => {
    await indexesWhileFilling('audit_log', await auditRows(['me', 'you']));
    await sql`analyze`.execute(store.database);
    expect(await statistics()).not.toEqual([]);
    const table = await tableNamed('audit_log');
    await inTransaction(store.database, ['store'], (transaction) => sqliteUpkeep.empty(transaction, [table]));
    expect(await statistics()).toEqual([]);
  });
});

async function statistics(): Promise<unknown[]> {
  return (await sql`select * from sqlite_stat1`.execute(store.database)).rows;
}

/** An entry of the audit log by each actor. */
async function auditRows(actors: readonly string[]): Promise<StoredRow[]> {
  const { columns } = await tableNamed('audit_log');
  return actors.map((actor, at) =>
    columns.map(({ name, type }) => {
      if (name === 'project_id') return null;
      return type === 'integer' ? at + 1 : actor;
    }),
  );
}
