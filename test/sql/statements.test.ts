import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});

/** Each statement once, in the order in which a method first asked it. */
function pageOf(statements: ReadonlyMap<string, readonly string[]>): string {
  return [...statements]
    .map(([method, texts]) => `-- ${method}\n${[...new Set(texts)].map((text) => `${text};\n`).join('')}`)
    .join('\n');
}
