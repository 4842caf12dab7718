import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upkeepOf } from '../../src/store/dialects/upkeep.js';
import type { Store } from '../../src/store/store.js';
import { emptyStore, isServer } from '../fixtures/empty-store.js';
import { someTime } from '../fixtures/sessions.js';
import { layGround } from './ground.js';
import { RecordedStatements } from './recorded-statements.js';
import { loginTour, tour } from './tour.js';

let store: Store;
/** The one that the tests work under, on a server. */
let login: string;
const asked = new Map<string, string[]>();

beforeAll(async () => {
  store = await emptyStore({ now: () => someTime });
  const ground = await layGround(store);
  login = (await store.login()) ?? '';
  const statements = new RecordedStatements();
  try {
    for (const [repository, methods] of Object.entries(tour)) {
      for (const [method, call] of Object.entries(methods)) {
        asked.set(`${repository}.${method}`, await statements.during(() => call(ground)));
      }
    }
    for (const [method, call] of Object.entries(loginTour)) {
      const { logins } = store;
      if (logins !== null) asked.set(`logins.${method}`, await statements.during(() => call(logins, login)));
    }
  } finally {
    statements.stop();
  }
});
afterAll(() => store.close());

describe('the SQL of the repositories', () => {
  it('is what is on record', async () => {
    const kind = isServer() ? 'postgres' : 'sqlite';
    const page = pageOf(asked)
      .replaceAll(`"${login}"`, '"login"')
      .replaceAll(/schema "\w+"/g, 'schema "its own"');
    await expect(page).toMatchFileSnapshot(`statements.${kind}.sql`);
  });

  it('is on record for every method of every repository, which the type of the tour names', () => {
    expect([...asked].filter(([, texts]) => texts.length === 0)).toEqual([]);
  });

  it.skipIf(isServer())('of a journal looks through no table, to change a few rows of it', async () => {
    const changes = [...asked]
      .filter(([method]) => /journal\./i.test(method))
      .flatMap(([, texts]) => texts.filter((text) => !text.startsWith('select')));
    expect(changes.length).toBeGreaterThan(50);
    const upkeep = await upkeepOf(store.database);
    const tables = new Set((await upkeep.tables(store.database)).map(({ name }) => name));
    const scans = await Promise.all(changes.map((text) => scannedBy(text)));
    expect(scans.flat().filter((name) => tables.has(name))).toEqual([]);
  });
});

/** What SQLite looks through from its beginning to its end. */
async function scannedBy(statement: string): Promise<string[]> {
  const plan = await store.database.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${statement}`),
  );
  return plan.rows.flatMap(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? []);
}

/** Each statement once, in the order in which a method first asked it. */
function pageOf(statements: ReadonlyMap<string, readonly string[]>): string {
  return [...statements]
    .map(([method, texts]) => `-- ${method}\n${[...new Set(texts)].map((text) => `${text};\n`).join('')}`)
    .join('\n');
}
