import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import { RepeatedStatements } from './repeated-statements.js';

const database = new Kysely<{ runs: { id: string; status: string } }>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new SqliteIntrospector(of),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

const change = database.updateTable('runs').set({ status: 'over' }).compile();
const numbered = (number: number) => CompiledQuery.raw(`insert into runs values (${number})`);

/** What is given after a statement was said so often. */
function nameAfter(times: number, query: CompiledQuery, statements = new RepeatedStatements()) {
  const names = Array.from({ length: times }, () => statements.nameOf(query));
  return names.at(-1);
}

describe('a statement has a name', () => {
  it('from the third time on, always the same', () => {
    const statements = new RepeatedStatements();
    const names = Array.from({ length: 4 }, () => statements.nameOf(change));
    expect(names).toEqual([undefined, undefined, 's1', 's1']);
  });

  it('of its own', () => {
    const statements = new RepeatedStatements();
    expect([change, numbered(1)].map((query) => nameAfter(3, query, statements))).toEqual(['s1', 's2']);
  });

  it('when it changes something, however it was written', () => {
    expect(nameAfter(3, CompiledQuery.raw('\n  INSERT into runs values (1)'))).toBe('s1');
    expect(nameAfter(3, database.deleteFrom('runs').compile())).toBe('s1');
  });

  it('never when it asks something, opens a transaction, or is very long', () => {
    const { sql, query } = change;
    expect(nameAfter(9, database.selectFrom('runs').selectAll().compile())).toBeUndefined();
    expect(nameAfter(9, CompiledQuery.raw('begin'))).toBeUndefined();
    expect(nameAfter(9, { ...change, sql: sql.padEnd(10_000), query })).toBeUndefined();
  });

  it('as long as there are few, and as long as it is not forgotten', () => {
    const statements = new RepeatedStatements();
    expect(nameAfter(2, change, statements)).toBeUndefined();
    for (let number = 0; number < 500; number++) nameAfter(2, numbered(number), statements);
    expect(nameAfter(2, change, statements)).toBeUndefined();
    for (let number = 1000; number < 1300; number++) nameAfter(3, numbered(number), statements);
    expect(nameAfter(9, numbered(5000), statements)).toBeUndefined();
    expect(nameAfter(1, numbered(1000), statements)).toBe('s1');
  });
});
