import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSession, creationOf } from '../../../test/fixtures/sessions.js';
import { wholeRecord } from '../../../test/fixtures/whole-record.js';
import { type App, openApp } from '../../app.js';
import type { SessionId } from '../../base/ids.js';
import { StoreUnavailableError } from '../../store/errors.js';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.js';
import type { Deps } from '../deps.js';
import { type ArrivingSession, importBatch } from './import-batch.js';
import { SessionTransfer } from './transferred-session.js';

let folder: string;
let app: App;
let workspace: Workspace;
let arriving: ArrivingSession[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-'));
  app = await openApp({ db: ':memory:', cwd: folder, env: { HOME: folder } });
  workspace = await openWorkspace(join(folder, 'planning'), () => {});
  arriving = [];
  for (const title of ['a', 'b', 'c']) {
    const session = aSession({ title });
    await workspace.journal.create(creationOf(session));
    const kept = await workspace.shelf.read(session.id);
    if (kept !== null) arriving.push({ from: session.id, id: session.id, kept });
  }
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function outcomesOf(deps: Deps, batch: readonly ArrivingSession[]) {
  const transfer = new SessionTransfer();
  await importBatch(deps, workspace, batch, transfer);
  return transfer.inOrderOf(batch.map(({ from }) => from));
}

/** A place that does not take a session, nor anything that is written together with it. */
function refusing(refused: SessionId): Deps {
  const records: Deps['store']['records'] = {
    whole: (ids) => app.store.records.whole(ids),
    withTexts: (attempts) => app.store.records.withTexts(attempts),
    outlines: (ids) => app.store.records.outlines(ids),
    async putAll(given) {
      if (given.some(({ session }) => session.id === refused))
        throw new StoreUnavailableError('STORE_NOT_ALLOWED', 'Not this one.', {});
      await app.store.records.putAll(given);
    },
  };
  return { ...app, store: Object.create(app.store, { records: { value: records } }) };
}

describe('sessions that are taken in together', () => {
  it('are the same afterwards, and are left alone the next time', async () => {
    expect(await outcomesOf(app, arriving)).toMatchObject(arriving.map(() => ({ outcome: 'imported' })));
    for (const { id } of arriving)
      expect(await wholeRecord(app.store, id)).toEqual(await wholeRecord(workspace, id));
    expect(await outcomesOf(app, arriving)).toMatchObject(
      arriving.map(() => ({ outcome: 'skipped', skippedBecause: 'same' })),
    );
  });

  it('are written but for the one that cannot be', async () => {
    const [, refused] = arriving;
    const outcomes = await outcomesOf(refusing(refused?.id ?? ('s' as SessionId)), arriving);
    expect(outcomes).toMatchObject([
      { outcome: 'imported' },
      { outcome: 'failed', problem: { code: 'STORE_NOT_ALLOWED' } },
      { outcome: 'imported' },
    ]);
    const there = await app.store.sessions.list({}, 'title', { limit: 9 });
    expect(there.map(({ title }) => title)).toEqual(['a', 'c']);
  });

  it('are compared with each other, where two files hold the same one', async () => {
    const [first, other] = arriving;
    if (first === undefined || other === undefined) throw new Error('they were made before');
    const twice = [first, { ...first, from: 'old_1' as SessionId }, { ...other, id: first.id }];
    const outcomes = await outcomesOf(app, twice);
    expect(outcomes).toMatchObject([
      { outcome: 'imported' },
      { from: 'old_1', outcome: 'skipped', skippedBecause: 'same' },
      { outcome: 'failed', problem: { code: 'SESSION_DIVERGED' } },
    ]);
  });
});
