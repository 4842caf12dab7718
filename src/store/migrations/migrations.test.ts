import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAnswer, aProject, aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { newProjectId } from '../../base/ids.js';
import { openStore } from '../open-store.js';
import { migrateTo } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { migrations } from './index.js';

const clock = { now: () => someTime };

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', clock);
});
afterEach(() => store.close());

describe('the list of migrations', () => {
  it('numbers each by its place, and the last is the schema that programs expect', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    expect(SCHEMA_VERSION).toBe(migrations.length);
  });

  it('gives each a name of its own', () => {
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });
});

describe.each(migrations.map((migration) => [migration.number, migration.name] as const))(
  'migration %i, %s',
  (number) => {
    it('goes up, down and up again, with rows in the tables', async () => {
      await fill(store);
      await move(number);
      const whole = await schemaOf(store);
      await move(number - 1);
      const before = await schemaOf(store);
      await move(number);
      expect(await schemaOf(store)).toEqual(whole);
      await move(number - 1);
      expect(await schemaOf(store)).toEqual(before);
      await move(SCHEMA_VERSION);
      await fill(store);
      expect((await store.sessions.list({}, 'created', 10)).length).toBeGreaterThan(0);
    });

    it('leaves every reference whole', async () => {
      await fill(store);
      await move(number - 1);
      await move(SCHEMA_VERSION);
      const { rows } = await sql`pragma foreign_key_check`.execute(store.database);
      expect(rows).toEqual([]);
    });

    const move = (target: number) => migrateTo(store.database, store.location, target, clock);
  },
);

describe('the empty schema', () => {
  it('has nothing but the ledger', async () => {
    await migrateTo(store.database, store.location, 0, clock);
    expect((await schemaOf(store)).map(({ name }) => name)).toEqual(['schema_migrations']);
  });
});

/** A row in every table. */
async function fill({ projects, journal, activeChoices }: Store): Promise<void> {
  const project = aProject({ name: newProjectId() });
  await projects.insert(project);
  const session = aSession({ project });
  await journal.create(creationOf(session));
  await journal.receive(anAnswer(session.id, 'an answer'));
  await activeChoices.choose('/home/ada/shop', 'session', session.id, someTime);
}

async function schemaOf({ database }: Store): Promise<{ name: string; sql: string }[]> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where sql is not null order by name
  `.execute(database);
  return rows;
}
