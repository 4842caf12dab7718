import { CompiledQuery, Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSession, someTime } from '../../test/fixtures/sessions.js';
import { newProjectId } from '../base/ids.js';
import { openSqlite } from './dialects/sqlite-connection.js';
import { SqliteFileDialect } from './dialects/sqlite-dialect.js';
import { ProjectStore } from './project-store.js';
import type { Database } from './schema.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { SessionJournalStore } from './session-journal-store.js';
import { type SessionFilter, type SessionOrder, SessionStore } from './session-store.js';

let database: Kysely<Database>;
let asked: CompiledQuery[];
beforeEach(async () => {
  const dialect = new SqliteFileDialect(await openSqlite(':memory:'));
  database = new Kysely<Database>({ dialect, log: ({ query }) => void asked.push(query) });
  asked = [];
  await migrateTo(database, ':memory:', SCHEMA_VERSION, { now: () => someTime });
});
afterEach(() => database.destroy());

/** How SQLite goes about what a piece of work asks it. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  asked = [];
  await work();
  const queries = [...asked];
  const plans = queries.map(({ sql, parameters }) =>
    database.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    ),
  );
  return (await Promise.all(plans)).flatMap(({ rows }) => rows.map(({ detail }) => detail));
}

const sorts = /TEMP B-TREE/;
const readsAll = /^SCAN (?!.*USING (?:COVERING )?INDEX)/;

const project = newProjectId();
const filters: readonly (readonly [name: string, filter: SessionFilter])[] = [
  ['everything', {}],
  ['a project', { project }],
  ['a status', { status: 'planning' }],
  ['a feature type', { featureType: 'bugfix' }],
  ['a time', { since: someTime }],
  ['all at once', { project, status: 'planning', featureType: 'bugfix', since: someTime }],
];
const orders: readonly SessionOrder[] = ['created', 'updated', 'title'];

describe('a list of sessions', () => {
  it.each(filters)(
    'of %s, the newest move first, reads an index in order and sorts nothing',
    async (_, filter) => {
      const plans = await plansOf(() => new SessionStore(database).list(filter, 'updated', 50));
      expect(plans[0]).toMatch(/^(?:SCAN|SEARCH) s USING INDEX sessions_by_/);
      expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
    },
  );

  it.each(orders)('of everything by %s reads the index of that order', async (order) => {
    const plans = await plansOf(() => new SessionStore(database).list({}, order, 50));
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });

  it.each([
    ['a project', { project }, 'sessions_by_project'],
    ['a status', { status: 'planning' }, 'sessions_by_status'],
  ] as const)('of %s in another order reads and sorts no more than that', async (_, filter, index) => {
    for (const order of ['created', 'title'] as const) {
      const plans = await plansOf(() => new SessionStore(database).list(filter, order, 50));
      expect(plans[0]).toMatch(new RegExp(`^SEARCH s USING INDEX ${index} `));
    }
  });
});

describe('counting sessions', () => {
  it.each([
    ['everything', {}, 'sessions_by_status'],
    ['a status', { status: 'planning' }, 'sessions_by_status'],
  ] as const)('of %s reads one index in order', async (_, filter, index) => {
    const plans = await plansOf(() => new SessionStore(database).counts(filter));
    expect(plans).toEqual([expect.stringContaining(`USING INDEX ${index}`)]);
  });

  it('of each project reads one index in order', async () => {
    const plans = await plansOf(() => new SessionStore(database).countsByProject());
    expect(plans).toEqual([expect.stringContaining('USING INDEX sessions_by_project')]);
  });
});

describe('looking up', () => {
  const { id } = aSession();
  it.each([
    ['a session by its id', () => new SessionStore(database).withIdPrefix(id)],
    ['a session by its title', () => new SessionStore(database).titled('a')],
    ['the sessions that moved last', () => new SessionStore(database).recentIds(500)],
    ['what was deleted long ago', () => new SessionStore(database).purgeDeletedBefore(someTime)],
    ['the attempts of a session', () => new SessionJournalStore(database).attempts(id)],
    ['the history of a session', () => new SessionJournalStore(database).history(id)],
    ['a project by its name', () => new ProjectStore(database).named('shop')],
    ['the projects by name', () => new ProjectStore(database).list()],
    ['the project of a folder', () => new ProjectStore(database).withRootAmong(['/a/b', '/a', '/'])],
    ['a project by its id', () => new ProjectStore(database).withIdPrefix('p1')],
  ])('%s reads no whole table and sorts nothing', async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });
});
