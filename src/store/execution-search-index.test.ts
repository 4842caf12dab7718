import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { anExecution } from '../../test/fixtures/executions.js';
import { someTime } from '../../test/fixtures/sessions.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { executionToRow } from './execution-row.js';
import { indexDue } from './execution-search-index.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const MANY = 5000;
const FEW = 20;
const AT_ONCE = 500;

/** Writes executions, each with a word of its own, and says that they are not in the index. */
async function write(count: number, prefix: string): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    await store.database
      .insertInto('executions')
      .values(
        numbers.map((number) =>
          executionToRow(anExecution(), JSON.stringify([{ role: 'user', text: `${prefix}${number}` }])),
        ),
      )
      .execute();
  }
  await sql`
    insert into execution_words_due select number from executions
    where number not in (select rowid from execution_words)
  `.execute(store.database);
}

async function found(text: string): Promise<number> {
  return (await idsOf(text)).length;
}

async function idsOf(text: string): Promise<string[]> {
  const hits = await store.executions.search({ text, filter: {}, limit: 20 });
  return hits.map(({ execution }) => execution.id);
}

/** In how many pieces a file has the index. */
async function pieces(): Promise<number> {
  const { rows } = await sql<{ pieces: number }>`
    select count(distinct segid) as pieces from execution_words_idx
  `.execute(store.database);
  return rows[0]?.pieces ?? 0;
}

describe('the index of executions', () => {
  it('is one piece after most of it was written at once, and finds the same', async () => {
    await write(MANY, 'tall');
    await indexDue(store.database);
    expect(await found('tall4711')).toBe(1);
    expect(await found('tall47')).toBe(20);
    if (capabilitiesOf(store.database).dialect === 'sqlite') expect(await pieces()).toBe(1);
  });

  it.each(['tall', 'tall4', 'tall47'])(
    'finds the newest of those with %s, however many have it',
    async (text) => {
      await write(MANY, 'tall');
      const { rows } = await sql<{ id: string }>`
      select id from executions where messages like ${`%${text}%`} order by number desc limit 20
    `.execute(store.database);
      expect(await idsOf(text)).toEqual(rows.map(({ id }) => id));
    },
  );

  it('is left as it is after little was written', async () => {
    for (const word of ['one', 'two', 'three']) {
      await write(FEW, word);
      await indexDue(store.database);
    }
    expect(await found('two7')).toBe(1);
    if (capabilitiesOf(store.database).dialect === 'sqlite') expect(await pieces()).toBe(3);
  });
});
