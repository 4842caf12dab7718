import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
    await vi.advanceTimersByTimeAsync(31_000);
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

  it('both write, one after the other, and neither stops the process', async () => {
    let turns = 0;
    await one.database.transaction().execute(async (transaction) => {
      await transaction.insertInto('active_choices').values(aChoice('/one')).execute();
      const writing = other.projects.insert(aProject());
      while (turns < 5) turns += await nextTurn();
      expect(await one.projects.list.call(other.projects)).toEqual([]);
      void writing.then(() => {
        turns = -1;
      });
    });
    while (turns >= 0) await nextTurn();
    expect(await one.projects.list()).toHaveLength(1);
  });

  it('lose nothing of what they write at once', async () => {
    const writes = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : other).journal.create(creationOf(aSession())),
    );
    await Promise.all(writes);
    expect(await one.sessions.counts({})).toEqual({ planning: 20 });
  });

  function nextTurn(): Promise<number> {
    return new Promise((resolve) => setTimeout(resolve, 1, 1));
  }
});

function aChoice(place: string) {
  return { place, kind: 'session', chosen: 's1', at: someTime.toISOString() } as const;
}
