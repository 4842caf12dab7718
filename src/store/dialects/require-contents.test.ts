import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProject, someTime } from '../../../test/fixtures/sessions.js';
import { openStore, openStoreToRead } from '../open-store.js';
import { newestBackup } from './newest-backup.js';

const clock = { now: () => someTime };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-contents-'));
  file = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store as a killed process leaves it: its newest changes are in its log. */
async function withLog(): Promise<void> {
  const store = await openStore(join(folder, 'live.db'), clock);
  await store.projects.insert(aProject());
  copyFileSync(join(folder, 'live.db'), file);
  copyFileSync(join(folder, 'live.db-wal'), `${file}-wal`);
  await store.close();
}

describe('a store that has lost its contents', () => {
  it.each([
    ['gone', () => rmSync(file), 'is gone, and its log'],
    ['empty', () => writeFileSync(file, ''), 'is empty, and its log'],
    ['without a log that can be read', () => writeFileSync(`${file}-wal`, 'x'.repeat(100)), 'is damaged'],
  ])('is no new one: it is %s', async (_, lose, says) => {
    await withLog();
    lose();
    const log = readFileSync(`${file}-wal`);
    const refusal = { code: 'STORE_DAMAGED', message: expect.stringMatching(`${file}.*${says}`) };
    await expect(openStore(file, clock)).rejects.toMatchObject(refusal);
    if (existsSync(file)) await expect(openStoreToRead(file)).rejects.toMatchObject(refusal);
    expect(readFileSync(`${file}-wal`)).toEqual(log);
  });

  it('is no new one when only its backup is left', async () => {
    writeFileSync(file, '');
    const backup = `${file}.schema-5.2026-11-20T10-00-00-000Z.bak`;
    writeFileSync(backup, 'x');
    writeFileSync(`${file}.before-restore.2026-11-21T10-00-00-000Z.bak`, 'x');
    expect(newestBackup(file)).toBe(backup);
    await expect(openStore(file, clock)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      remedy: { hint: expect.stringContaining(backup) },
    });
    expect(statSync(file).size).toBe(0);
  });

  it('has none when its log is whole, or there is none', async () => {
    await withLog();
    const store = await openStore(file, clock);
    expect(await store.projects.list()).toHaveLength(1);
    await store.close();
    writeFileSync(join(folder, 'new.db'), '');
    const empty = await openStore(join(folder, 'new.db'), clock);
    expect(await empty.projects.list()).toEqual([]);
    await empty.close();
  });
});

it('a store that was read-only for a while can be written again, with the logs that are left', async () => {
  await withLog();
  writeFileSync(`${file}-shm`, '');
  for (const log of [`${file}-wal`, `${file}-shm`]) chmodSync(log, 0o400);
  const store = await openStore(file, clock);
  const mode = statSync(file).mode;
  expect([statSync(`${file}-wal`).mode, statSync(`${file}-shm`).mode]).toEqual([mode, mode]);
  await store.close();
});
