import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { numbersIn } from '../../../test/fixtures/session-counts.js';
import { aProject, aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { openStore } from '../open-store.js';
import type { Store } from '../store.js';
import { waitForLock } from './wait-for-lock.js';

const locked = Object.assign(new Error('database is locked'), { errcode: 5 });

describe('waiting for the lock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('repeats what found the database locked, until it is free', async () => {
    const run = vi.fn(() => 'done');
    for (let times = 0; times < 3; times++) {
      run.mockImplementationOnce(() => {
        throw locked;
      });
    }
    await expect(waitForLock(run)).resolves.toBe('done');
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('repeats nothing that failed for another reason', async () => {
    const run = vi.fn(() => Promise.reject(new TypeError('a bug')));
    await expect(waitForLock(run)).rejects.toThrow('a bug');
    expect(run).toHaveBeenCalledOnce();
  });

  it('gives up in the end', async () => {
    vi.useFakeTimers();
    const waiting = expect(waitForLock(() => Promise.reject(locked))).rejects.toBe(locked);
    await vi.advanceTimersByTimeAsync(61_000);
    await waiting;
  });
});

describe('two connections of one process', () => {
  let folder: string;
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prompt-runner-lock-'));
    const clock = { now: () => someTime };
    one = await openStore(join(folder, 'store.db'), clock);
    other = await openStore(join(folder, 'store.db'), clock);
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('take turns: who has begun a transaction is not overtaken, and the other waits without stopping the process', async () => {
    let overtaken = false;
    const [writing] = await one.database.transaction().execute(async (transaction) => {
      await transaction.selectFrom('projects').selectAll().execute();
      const waiting = other.projects.insert(aProject({ name: 'second' })).then(() => {
        overtaken = true;
      });
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
      expect(overtaken).toBe(false);
      await transaction.insertInto('projects').values(aRow('first')).execute();
      return [waiting];
    });
    await writing;
    expect((await one.projects.list()).map(({ name }) => name)).toEqual(['first', 'second']);
  });

  it('lose nothing of what they write at once', async () => {
    const writes = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : other).journal.create(creationOf(aSession())),
    );
    await Promise.all(writes);
    expect(numbersIn(await one.sessions.counts({}))).toEqual({ planning: 20 });
  });
});

function aRow(name: string) {
  const at = someTime.toISOString();
  return { id: name, name, root: null, description: null, created_at: at, updated_at: at, archived_at: null };
}
