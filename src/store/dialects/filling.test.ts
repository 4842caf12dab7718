import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore, isServer } from '../../../test/fixtures/empty-store.js';
import { systemClock } from '../../base/clock.js';
import type { Database } from '../schema.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { designOf, type TableDesign } from '../table-design.js';
import { inTransaction } from '../transaction.js';
import { inGroups } from './stored-rows.js';
import { type StoredRow, type Upkeep, upkeepOf } from './upkeep.js';

let store: Store;
let upkeep: Upkeep;
beforeEach(async () => {
  store = await emptyStore(systemClock);
  upkeep = await upkeepOf(store.database);
});
afterEach(() => store.close());

/** How tables, indexes and constraints are made, as far as the database can say, in the order in which they were. */
async function schema(): Promise<unknown[]> {
  const { rows } = await (isServer()
    ? sql`
        select 'index' as kind, tablename::text as of, to_regclass(indexname)::oid as made, indexdef as definition
        from pg_indexes where schemaname = current_schema()
        union all
        select 'constraint', conrelid::regclass::text, oid, conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = current_schema()::regnamespace
        order by kind, of, made
      `
    : sql`select type, name, tbl_name, sql from sqlite_master order by type, tbl_name, rowid`
  ).execute(store.database);
  return rows.map((row) => ({ ...Object(row), made: undefined }));
}

async function indexNames(): Promise<readonly string[]> {
  return upkeep.indexes(store.database);
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
    upkeep.filling(transaction, table, async () => {
      await upkeep.insert(transaction, table, rows);
      meanwhile = await upkeep.indexes(transaction);
    }),
  );
  return meanwhile;
}

/** SQLite does not look through the table instead; a server chooses, and keeps its indexes right by itself. */
function alongIndex(): RawBuilder<unknown> {
  return isServer() ? sql`` : sql`indexed by audit_log_by_actor`;
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

  it.runIf(isServer())('leaves indexes where they are somebody else’s', async () => {
    const filled = inTransaction(store.database, ['store'], async (transaction) => {
      const login = await aLogin(transaction);
      await sql`select set_config('role', ${login}, true)`.execute(transaction);
      const table = await tableNamed('executions');
      await upkeep.filling(transaction, table, async () => {
        throw new Found(await upkeep.indexes(transaction));
      });
    });
    const found = await filled.catch((error: unknown) => error);
    expect(found).toMatchObject({ indexes: expect.arrayContaining(['executions_by_time']) });
  });

  it('leaves everything as it was when it fails', async () => {
    const before = await schema();
    const table = await tableNamed('executions');
    const filled = inTransaction(store.database, ['store'], (transaction) =>
      upkeep.filling(transaction, table, () => Promise.reject(new Error('no more rows'))),
    );
    await expect(filled).rejects.toThrow('no more rows');
    expect(await schema()).toEqual(before);
  });

  it('has the new rows in the indexes afterwards, with their texts unchanged', async () => {
    await indexesWhileFilling('audit_log', await auditRows(ACTORS));
    expect(await upkeep.faults(store.database)).toEqual([]);
    await expectEachActor();
  });

  it('keeps what all rows have alike, whatever it is', async () => {
    const table = await tableNamed('audit_log');
    const texts = [...ACTORS, "it's", "'; drop table audit_log; --", '?', 'null', '1e3', 'long '.repeat(100)];
    const rows = await auditRows(texts.flatMap((text) => [text, text]));
    await inTransaction(store.database, ['store'], async (transaction) => {
      for (const batch of inGroups(rows, 2)) await upkeep.insert(transaction, table, batch);
    });
    const { rows: found } = await sql<{ actor: string; project_id: string | null }>`
      select actor, project_id from audit_log order by number
    `.execute(store.database);
    expect(found).toEqual(
      texts.flatMap((actor) => Array.from({ length: 2 }, () => ({ actor, project_id: null }))),
    );
  });

  it.runIf(isServer())('adds rows for a login whose rows the server looks at', async () => {
    await inTransaction(store.database, ['store'], async (transaction) => {
      const login = await aLogin(transaction);
      await sql`grant insert on audit_log to ${sql.ref(login)}`.execute(transaction);
      await sql`create policy filling on audit_log for insert to ${sql.ref(login)} with check (true)`.execute(
        transaction,
      );
      await sql`select set_config('role', ${login}, true)`.execute(transaction);
      await upkeep.insert(transaction, await tableNamed('audit_log'), await auditRows(ACTORS));
      await sql`reset role`.execute(transaction);
      await sql`drop owned by ${sql.ref(login)}`.execute(transaction);
      await sql`drop role ${sql.ref(login)}`.execute(transaction);
    });
    await expectEachActor();
  });

  it('tells of rows that refer to nothing', async () => {
    await expect(indexesWhileFilling('execution_words_due', [[1], [2]])).rejects.toSatisfy(upkeep.isMisfit);
  });

  it('tells of a row that does not fit as it comes', async () => {
    const [row = []] = await auditRows(['me']);
    await expect(indexesWhileFilling('audit_log', [row, row])).rejects.toSatisfy(upkeep.isMisfit);
    expect(await indexNames()).toContain('audit_log_by_actor');
  });
});

const ACTORS = ['me', 'a\0b', '\ud800', 'ünïcödé 漢字 🎉', 'a\tb\r\nc', '\\N', '\\.', '\\', 'a\\tb', ''];

/** Each has the entry that it had among those given. */
async function expectEachActor(): Promise<void> {
  for (const [at, actor] of ACTORS.entries()) {
    const { rows } = await sql`
      select number, actor from audit_log ${alongIndex()} where actor = ${actor}
    `.execute(store.database);
    expect(rows).toEqual([{ number: at + 1, actor }]);
  }
}

/** Somebody who may look into the schema, and is known to this transaction only, unless it is committed. */
async function aLogin(transaction: Transaction<Database>): Promise<string> {
  const login = `filler_${randomBytes(4).toString('hex')}`;
  await sql`create role ${sql.ref(login)}`.execute(transaction);
  const { rows } = await sql<{ place: string }>`select current_schema() as place`.execute(transaction);
  await sql`grant usage on schema ${sql.ref(rows[0]?.place ?? '')} to ${sql.ref(login)}`.execute(transaction);
  return login;
}

/** What was found in a transaction that nothing may be left of. */
class Found extends Error {
  readonly indexes: readonly string[];

  constructor(indexes: readonly string[]) {
    super('found');
    this.indexes = indexes;
  }
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
