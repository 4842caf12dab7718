import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProject } from '../../../test/fixtures/sessions.js';
import { systemClock } from '../../base/clock.js';
import { openStore } from '../open-store.js';
import { ProjectStore } from '../project-store.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { designOf } from '../table-design.js';
import { inTransaction } from '../transaction.js';
import { sqliteUpkeep } from './sqlite-upkeep.js';

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-filling-'));
  file = join(folder, 'store.db');
  store = await openStore(file, systemClock);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function pragma(name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(store.database);
  return rows[0]?.[name];
}

describe('filling an empty store', () => {
  const fill = () => sqliteUpkeep.fillingEmpty(store.database, () => pragma('journal_mode'));

  it('does without the log of changes meanwhile', async () => {
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await fill()).toBe('delete');
    expect(await pragma('journal_mode')).toBe('wal');
  });

  it('keeps the log where somebody else has the store open', async () => {
    const other = await openStore(file, systemClock);
    expect(await fill()).toBe('wal');
    await other.close();
  });

  it('has the log again when the work fails', async () => {
    const failing = sqliteUpkeep.fillingEmpty(store.database, () => Promise.reject(new Error('no rows')));
    await expect(failing).rejects.toThrow('no rows');
    expect(await pragma('journal_mode')).toBe('wal');
  });

  it('is seen by whoever opens the store meanwhile, once it is done', async () => {
    const [other] = await sqliteUpkeep.fillingEmpty(store.database, async () => {
      const filled = inTransaction(store.database, ['store'], async (transaction) => {
        await new ProjectStore(transaction).insert(aProject());
      });
      return Promise.all([openStore(file, systemClock), filled]);
    });
    expect(await other.projects.list()).toHaveLength(1);
    await other.close();
  });
});

describe('filling a table', () => {
  it.each(['cache_size', 'threads'])('leaves %s as it was', async (name) => {
    const { tables } = await designOf(SCHEMA_VERSION);
    const [table] = tables.filter((one) => one.name === 'executions');
    if (table === undefined) throw new Error('there is no such table');
    const before = await pragma(name);
    await inTransaction(store.database, ['store'], (transaction) =>
      sqliteUpkeep.filling(transaction, table, () => Promise.resolve()),
    );
    expect(await pragma(name)).toEqual(before);
  });
});

describe('emptying tables', () => {
  it('forgets what queries were planned by', async () => {
    await store.projects.insert(aProject());
    await sql`analyze`.execute(store.database);
    expect(await statistics()).not.toEqual([]);
    await inTransaction(store.database, ['store'], (transaction) => sqliteUpkeep.empty(transaction, []));
    expect(await statistics()).toEqual([]);
  });
});

async function statistics(): Promise<unknown[]> {
  return (await sql`select * from sqlite_stat1`.execute(store.database)).rows;
}
