import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { isServer, placeOn } from '../../test/fixtures/empty-store.js';
import { newWorkerId } from '../base/ids.js';
import { engineDatabase } from './engine-database.js';
import { LockSession } from './lock-session.js';
import { Presence, presenceLock } from './presence.js';

/** Ends the connection that has the lock of a worker, as a server does that is started anew. */
async function broken(connectionString: string, lock: string): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and granted
        and (classid::bigint << 32) + objid::bigint = hashtextextended($1, 0) & (-1)::bigint`,
    [lock],
  );
  await client.end();
  return rowCount ?? 0;
}

describe.runIf(isServer())('that a worker is there', () => {
  it('shows as long as it is, and again after its connection broke, once', async () => {
    const place = engineDatabase(placeOn(inject('server') ?? ''));
    const worker = newWorkerId();
    const lock = presenceLock(worker);
    const presence = await Presence.show(place, worker);
    const before = presence.session;
    const other = await LockSession.open(place);
    expect(await other.tryTake(lock)).toBe(false);
    expect(await broken(place.connectionString, `${place.store}:${lock}`)).toBe(1);
    await expect.poll(() => presence.session !== null && presence.session !== before).toBe(true);
    expect(await other.tryTake(lock)).toBe(false);
    expect(presence.lost.aborted).toBe(false);
    await presence.close();
    await expect.poll(() => other.tryTake(lock)).toBe(true);
    await other.close();
  });
});
