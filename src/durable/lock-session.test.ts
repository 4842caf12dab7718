import { describe, expect, inject, it } from 'vitest';
import { isServer, placeOn } from '../../test/fixtures/empty-store.js';
import { engineDatabase } from './engine-database.js';
import { LockSession } from './lock-session.js';

const somewhere = () => engineDatabase(placeOn(inject('server') ?? ''));

describe('where the engine keeps its affairs', () => {
  it('is a schema beside the store’s, in the same database', () => {
    const { connectionString, schema, store } = engineDatabase(
      'postgres://ann@db.example.com/work?schema=shop',
    );
    expect([connectionString, schema, store]).toEqual([
      'postgres://ann@db.example.com/work',
      'shop_dbos',
      'shop',
    ]);
    expect(engineDatabase('postgres://ann@db.example.com/work').schema).toBe('prompt_runner_dbos');
  });
});

describe.runIf(isServer())('a lock of a connection', () => {
  it('is one session’s until it ends, and another store’s lock is another one', async () => {
    const place = somewhere();
    const [one, other, elsewhere] = await Promise.all([
      LockSession.open(place),
      LockSession.open(place),
      LockSession.open(somewhere()),
    ]);
    await one.take('launch');
    expect(await other.tryTake('launch')).toBe(false);
    expect(await elsewhere.tryTake('launch')).toBe(true);
    await one.close();
    await expect.poll(() => other.tryTake('launch')).toBe(true);
    await other.free('launch');
    await Promise.all([other.close(), elsewhere.close()]);
  });
});
