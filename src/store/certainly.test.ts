import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { someTime } from '../../test/fixtures/sessions.js';
import { certainly } from './certainly.js';
import { StoreUnavailableError } from './errors.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const uncertain = () => new StoreUnavailableError('STORE_UNCERTAIN', 'Nobody knows.', {});

/** Work that breaks off the first time, whether or not it was done. */
function breaking(isDone: boolean) {
  const done: string[] = [];
  let tries = 0;
  const work = async () => {
    tries++;
    if (tries > 1 || isDone) done.push('done');
    if (tries === 1) throw uncertain();
    return 'told';
  };
  const found = async () => (done.length > 0 ? 'found' : undefined);
  return { work, found, done };
}

it('does not again what was done, though nobody was told', async () => {
  const { work, found, done } = breaking(true);
  expect(await certainly(store.database, work, found)).toBe('found');
  expect(done).toEqual(['done']);
});

it('does again what was not done', async () => {
  const { work, found, done } = breaking(false);
  expect(await certainly(store.database, work, found)).toBe('told');
  expect(done).toEqual(['done']);
});

it('leaves every other fault alone', async () => {
  const found = () => expect.fail('is not looked up');
  await expect(certainly(store.database, () => Promise.reject(new Error('other')), found)).rejects.toThrow(
    'other',
  );
});
