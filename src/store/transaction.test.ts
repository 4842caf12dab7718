import { sql, type Transaction } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyStore, isServer } from '../../test/fixtures/empty-store.js';
import { aProject, someTime } from '../../test/fixtures/sessions.js';
import type { Database } from './schema.js';
import type { Store } from './store.js';
import { inTransaction } from './transaction.js';

type Work = (transaction: Transaction<Database>) => Promise<void>;

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  for (const name of ['a', 'b']) await store.projects.insert(aProject({ name, description: '' }));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
});

const inTurn = (work: Work) => inTransaction(store.database, [], work);

/** Adds a mark to a project. */
async function mark(transaction: Transaction<Database>, name: string): Promise<void> {
  await sql`update projects set description = description || 'x' where name = ${name}`.execute(transaction);
}

async function marks(): Promise<string[]> {
  const { rows } = await sql<{ description: string }>`select description from projects order by name`.execute(
    store.database,
  );
  return rows.map(({ description }) => description);
}

/** Work that goes on in its midst once somebody else has done something. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** As the server does, which never needs to with the locks that transactions take. */
async function failToSerialize(transaction: Transaction<Database>): Promise<void> {
  await sql`do $$ begin raise exception 'again' using errcode = 'serialization_failure'; end $$`.execute(
    transaction,
  );
}

describe('a transaction', () => {
  it('writes all or nothing, and passes on what goes wrong, once', async () => {
    const work = vi.fn(async (transaction: Transaction<Database>) => {
      await mark(transaction, 'a');
      throw new Error('changed its mind');
    });
    await expect(inTurn(work)).rejects.toThrow('changed its mind');
    expect(work).toHaveBeenCalledTimes(1);
    expect(await marks()).toEqual(['', '']);
  });
});

describe.runIf(isServer())('a transaction that others get in the way of', () => {
  it('is done again when two wait for each other', async () => {
    const [first, second] = [gate(), gate()];
    const tries = vi.fn();
    const crossing = (from: string, to: string, own: typeof first, other: typeof first) =>
      inTurn(async (transaction) => {
        tries();
        await mark(transaction, from);
        own.open();
        await other.opened;
        await mark(transaction, to);
      });
    await Promise.all([crossing('a', 'b', first, second), crossing('b', 'a', second, first)]);
    expect(await marks()).toEqual(['xx', 'xx']);
    expect(tries).toHaveBeenCalledTimes(3);
  });

  it('is done again when what it read was changed', async () => {
    let tries = 0;
    await inTurn(async (transaction) => {
      await mark(transaction, 'a');
      tries += 1;
      if (tries === 1) await failToSerialize(transaction);
    });
    expect(await marks()).toEqual(['x', '']);
    expect(tries).toBe(2);
  });

  it('is given up when they always do', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const work = vi.fn(async (transaction: Transaction<Database>) => {
      await mark(transaction, 'a');
      await failToSerialize(transaction);
    });
    await expect(inTurn(work)).rejects.toThrow();
    expect(work).toHaveBeenCalledTimes(10);
    expect(await marks()).toEqual(['', '']);
  });
});
