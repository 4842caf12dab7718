import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CompiledQuery, Kysely, type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { someTime } from '../../test/fixtures/sessions.js';
import { type AuditBreak, AuditChain } from '../prompts/audit-chain.js';
import type { NewAuditEntry } from '../prompts/audit-entry.js';
import { type AuditFilter, AuditStore } from './audit-store.js';
import { openSqlite } from './dialects/sqlite-connection.js';
import { SqliteFileDialect } from './dialects/sqlite-dialect.js';
import { openStore } from './open-store.js';
import type { Database } from './schema.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { Store } from './store.js';

const clock = { now: () => someTime };

let store: Store;
beforeEach(async () => {
  store = await emptyStore(clock);
});
afterEach(() => store.close());

function anEntry(more: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    at: someTime,
    actor: 'ada',
    action: 'setting.set',
    subject: { kind: 'setting', id: null, name: 'actor' },
    before: null,
    after: 'ada',
    note: null,
    forced: false,
    ...more,
  };
}

async function breaksIn({ audit }: Store): Promise<AuditBreak[]> {
  const chain = new AuditChain();
  const breaks: AuditBreak[] = [];
  for await (const chunk of audit.all()) breaks.push(...chunk.flatMap((found) => chain.breaksAt(found)));
  return breaks;
}

const numbersOf = async (filter: AuditFilter, limit = 100) =>
  (await store.audit.list(filter, { limit })).map(({ place }) => place.number);

describe('an entry', () => {
  it('is read as it was written, whatever it says', async () => {
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(text, text, fc.jsonValue(), fc.option(text), async (actor, name, value, note) => {
        const subject = { kind: 'prompt', id: 't1', name } as const;
        const entry = anEntry({ actor, subject, before: value, after: { value }, note, forced: true });
        await store.audit.append(entry);
        const [found] = await store.audit.list({}, { limit: 1 });
        const asJson = JSON.parse(JSON.stringify({ before: value, after: { value } }));
        expect(found?.entry).toMatchObject({ actor, subject, note, forced: true });
        expect(found?.entry?.before).toEqual(asJson.before);
        expect(found?.entry?.after).toEqual(asJson.after);
      }),
      { numRuns: 30 },
    );
    expect(await breaksIn(store)).toEqual([]);
  });

  it('is kept as JSON keeps it, so that its hash can be made again', async () => {
    const odd = { date: someTime, gone: undefined, list: [undefined, Number.NaN, -0] };
    await store.audit.append(anEntry({ before: undefined, after: odd }));
    const [found] = await store.audit.list({}, { limit: 1 });
    expect(found?.entry?.before).toBeNull();
    expect(found?.entry?.after).toEqual({ date: someTime.toISOString(), list: [null, null, 0] });
    expect(await breaksIn(store)).toEqual([]);
  });

  it('is written with the others that were given, or none of them is', async () => {
    const unwritable = anEntry({ at: new Date(Number.NaN) });
    await expect(store.audit.append(anEntry(), unwritable)).rejects.toThrow(RangeError);
    expect(await numbersOf({})).toEqual([]);
  });
});

describe('the chain', () => {
  beforeEach(async () => {
    const entries = Array.from({ length: 12 }, (_, at) => anEntry({ after: { at } }));
    await store.audit.append(...entries);
  });

  it.each<[string, RawBuilder<unknown>]>([
    ['another actor', sql`update audit_log set actor = 'eve' where number = 7`],
    ['another time', sql`update audit_log set at = '2020-01-01T00:00:00.000Z' where number = 7`],
    ['the same time otherwise', sql`update audit_log set at = '2026-03-01T10:00:00Z' where number = 7`],
    ['no time', sql`update audit_log set at = 'yesterday' where number = 7`],
    ['another value', sql`update audit_log set after = '{"at":7}' where number = 7`],
    ['the same value otherwise', sql`update audit_log set after = ' ' || after where number = 7`],
    ['two members of a name', sql`update audit_log set after = '{"at":7,"at":6}' where number = 7`],
    ['no JSON', sql`update audit_log set after = '{' where number = 7`],
    [
      'deep JSON',
      sql`update audit_log set after = ${'['.repeat(99_999) + ']'.repeat(99_999)} where number = 7`,
    ],
    ['bytes', sql`update audit_log set actor = x'00ff' where number = 7`],
    ['a kind that there is not', sql`update audit_log set subject_kind = 'x' where number = 7`],
    ['forced', sql`update audit_log set forced = 1 where number = 7`],
    ['forced twice', sql`update audit_log set forced = 2 where number = 7`],
    ['forced beyond measure', sql`update audit_log set forced = 9000000000000000000 where number = 7`],
    ['another hash', sql`update audit_log set hash = upper(hash) where number = 7`],
  ])('shows an edit: %s', async (_, edit) => {
    await edit.execute(store.database);
    expect((await breaksIn(store))[0]).toEqual({ kind: 'changed', from: 7, to: 7 });
    expect(await numbersOf({}, 30)).toHaveLength(12);
  });

  it('shows what was removed, but not at the end', async () => {
    await sql`delete from audit_log where number in (1, 5, 6, 7, 11, 12)`.execute(store.database);
    expect(await breaksIn(store)).toEqual([
      { kind: 'missing', from: 1, to: 1 },
      { kind: 'missing', from: 5, to: 7 },
    ]);
  });

  it('counts rows that no program of ours has numbered, and goes on after the last of its own', async () => {
    expect(await store.audit.countStrays()).toBe(0);
    await sql`update audit_log set number = -3 where number = 3`.execute(store.database);
    await sql`update audit_log set number = 9000000000000000000 where number = 12`.execute(store.database);
    expect(await store.audit.countStrays()).toBe(2);
    expect(await breaksIn(store)).toEqual([{ kind: 'missing', from: 3, to: 3 }]);
    await store.audit.append(anEntry());
    expect(await numbersOf({}, 1)).toEqual([12]);
  });
});

it('a chain of thousands is read whole, in order, a chunk at a time', async () => {
  await store.audit.append(...Array.from({ length: 2500 }, (_, at) => anEntry({ after: { at } })));
  const sizes: number[] = [];
  for await (const chunk of store.audit.all()) sizes.push(chunk.length);
  expect(sizes).toEqual([1000, 1000, 500]);
  expect(await breaksIn(store)).toEqual([]);
});

describe('twenty who write at once', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prompt-runner-audit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('leave one unbroken chain, with every entry in it', async () => {
    const file = join(folder, 'store.db');
    const writers = await Promise.all(Array.from({ length: 20 }, () => openStore(file, clock)));
    const write = async ({ audit }: Store, writer: number) => {
      for (let turn = 0; turn < 5; turn++) {
        await audit.append(anEntry({ actor: `writer-${writer}`, after: turn }));
      }
    };
    await Promise.all(writers.map(write));
    const [first] = writers;
    if (first === undefined) throw new Error('Nobody wrote.');
    expect(await breaksIn(first)).toEqual([]);
    const entries = await first.audit.list({}, { limit: 1000 });
    const turns = entries.map(({ entry }) => `${entry?.actor} ${entry?.after}`);
    expect(new Set(turns).size).toBe(100);
    expect(entries.map(({ place }) => place.number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    await Promise.all(writers.map((writer) => writer.close()));
  });
});

describe('a list', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 2, number));

  beforeEach(async () => {
    await store.audit.append(
      anEntry({ at: day(1), subject: { kind: 'prompt', id: 't1', name: 'greet' } }),
      anEntry({ at: day(3), actor: 'bob', subject: { kind: 'prompt', id: 't1', name: 'hello' } }),
      // A clock that was set back.
      anEntry({ at: day(2), subject: { kind: 'label', id: 't2', name: 'greet' } }),
      anEntry({ at: day(4) }),
    );
  });

  it.each<[string, AuditFilter, number[]]>([
    ['everything', {}, [4, 3, 2, 1]],
    ['a kind', { subjectKind: 'prompt' }, [2, 1]],
    ['a name', { subject: 'greet' }, [3, 1]],
    ['an id', { subject: 't1' }, [2, 1]],
    ['an actor', { actor: 'bob' }, [2]],
    ['a time', { since: day(3) }, [4, 2]],
    ['a time that nothing is since', { since: day(5) }, []],
    ['a kind and a name', { subjectKind: 'label', subject: 'greet' }, [3]],
    ['all at once', { subjectKind: 'prompt', subject: 't1', actor: 'bob', since: day(1) }, [2]],
  ])('of %s has the newest first', async (_, filter, expected) => {
    expect(await numbersOf(filter)).toEqual(expected);
  });

  it('ends at its limit', async () => {
    expect(await numbersOf({}, 2)).toEqual([4, 3]);
  });
});

describe('how the database goes about a list', () => {
  let database: Kysely<Database>;
  let asked: CompiledQuery[];
  beforeEach(async () => {
    const dialect = new SqliteFileDialect(await openSqlite(':memory:'));
    asked = [];
    database = new Kysely<Database>({ dialect, log: ({ query }) => void asked.push(query) });
    await migrateTo(database, ':memory:', SCHEMA_VERSION, clock);
  });
  afterEach(() => database.destroy());

  async function planOf(work: () => Promise<unknown>): Promise<string[]> {
    asked = [];
    await work();
    const [query] = asked;
    if (query === undefined) throw new Error('Nothing was asked.');
    const { rows } = await database.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]),
    );
    return rows.map(({ detail }) => detail);
  }

  const listed = (filter: AuditFilter) => planOf(() => new AuditStore(database).list(filter, { limit: 50 }));

  it.each<[string, AuditFilter, RegExp]>([
    ['everything', {}, /^SEARCH audit_log USING INTEGER PRIMARY KEY/],
    ['a kind', { subjectKind: 'label' }, /USING INDEX audit_log_by_kind/],
    ['an actor', { actor: 'ada' }, /USING INDEX audit_log_by_actor/],
    ['a kind since a time', { subjectKind: 'label', since: someTime }, /USING INDEX audit_log_by_kind/],
    ['an actor since a time', { actor: 'ada', since: someTime }, /USING INDEX audit_log_by_actor/],
    ['a time', { since: someTime }, /^SEARCH audit_log USING INTEGER PRIMARY KEY/],
  ])('of %s: from the newest on, without sorting', async (_, filter, expected) => {
    const plan = await listed(filter);
    expect(plan[0]).toMatch(expected);
    expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN audit_log/);
  });

  it('of a time: looks its beginning up', async () => {
    expect((await listed({ since: someTime })).join('\n')).toMatch(
      /USING COVERING INDEX audit_log_by_time \(at>\?\)/,
    );
  });

  it('of a time: has no other bound from below, which the database might take instead', async () => {
    await listed({ since: someTime });
    expect(asked[0]?.sql.match(/"number" >/g)).toHaveLength(1);
  });

  it('of a name or an id: reads no more than its entries', async () => {
    const plan = (await listed({ subject: 'greet' })).join('\n');
    expect(plan).toContain('audit_log_by_subject (subject=?');
    expect(plan).toContain('audit_log_by_subject_id (subject_id=?');
    expect(plan).not.toMatch(/SCAN audit_log/);
  });

  it('and about the next chunk of all: from where the last one ended', async () => {
    const plan = await planOf(() => new AuditStore(database).all().next());
    expect(plan).toEqual([expect.stringMatching(/^SEARCH audit_log USING INTEGER PRIMARY KEY/)]);
  });
});
