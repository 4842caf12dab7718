import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { aProject, someTime } from '../../test/fixtures/sessions.js';
import { GroupCommit } from './group-commit.js';
import type { Store } from './store.js';

let store: Store;
let group: GroupCommit;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  group = new GroupCommit(store.database);
});
afterEach(() => store.close());

/** @returns how many transactions there have been in which this was called */
let transactions: Set<unknown>;
beforeEach(() => {
  transactions = new Set();
});
const insert = (name: string, root: string | null = null) =>
  group.write([], async (transaction) => {
    transactions.add(transaction);
    const project = aProject({ name, root });
    const { id } = project;
    const at = someTime.toISOString();
    await transaction
      .insertInto('projects')
      .values({ id, name, root, created_at: at, updated_at: at })
      .execute();
    return name;
  });
const names = async () => (await store.projects.list()).map(({ name }) => name);

describe('what is written at the same time', () => {
  it('shares a transaction, and everyone is told of his own', async () => {
    expect(await Promise.all([insert('a'), insert('b'), insert('c')])).toEqual(['a', 'b', 'c']);
    expect(transactions.size).toBe(1);
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('is all there but for what failed', async () => {
    const outcomes = await Promise.allSettled([
      insert('a'),
      insert('b', '/x'),
      insert('c', '/x'),
      insert('d'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await names()).toEqual(['a', 'b', 'd']);
  });

  it('goes on after a fault', async () => {
    await insert('a');
    await expect(insert('a')).rejects.toThrow(/unique/i);
    await insert('b');
    expect(await names()).toEqual(['a', 'b']);
  });
});
