import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { openApp } from '../../src/app.js';
import { systemClock } from '../../src/base/clock.js';
import { fromLibrary, planSession } from '../../src/operations/index.js';
import { openStore } from '../../src/store/open-store.js';
import type { DrillPlace } from './drill-place.js';
import { everySession } from './every-session.js';
import { faultsInStore } from './faults-in-store.js';

const PLANNED = 10;

/**
 * Cuts the log of a store (its newest changes, as a killed process leaves them) at many places. SQLite takes what is
 * whole of it, as after a power cut: the store has to be sound each time, with everything that was in the file, and
 * with the newest changes up to a point.
 */
export async function faultsInCutLogs(place: DrillPlace, cuts: number): Promise<string[]> {
  const before = await countSessions(place.db);
  const left = await leaveLog(place);
  const size = statSync(`${left}-wal`).size;
  const faults: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let cut = cuts; cut >= 0; cut--) {
    const bytes = Math.floor((size * cut) / cuts);
    const file = cutCopy(place, left, bytes);
    const store = await openStore(file, systemClock);
    const found = (await everySession(store)).length;
    const wrong = await faultsInStore(store);
    await store.close();
    if (cut === cuts && found !== before + PLANNED) wrong.push(`${found} sessions with the whole log`);
    if (found < before || found > least) wrong.push(`${found} sessions, after ${least} with more of the log`);
    least = Math.min(least, found);
    faults.push(...wrong.map((fault) => `the log cut to ${bytes} of ${size} bytes: ${fault}`));
  }
  return faults;
}

async function countSessions(file: string): Promise<number> {
  const store = await openStore(file, systemClock);
  try {
    return (await everySession(store)).length;
  } finally {
    await store.close();
  }
}

/** Plans sessions, and copies file and log while the store is still open. */
async function leaveLog({ folder, db }: DrillPlace): Promise<string> {
  const left = join(folder, 'left.db');
  const app = await openApp({ db, cwd: folder, env: { HOME: folder } });
  try {
    for (let at = 0; at < PLANNED; at++) await planSession(app, { request: fromLibrary(`Change ${at}`) });
    copyFileSync(db, left);
    copyFileSync(`${db}-wal`, `${left}-wal`);
    return left;
  } finally {
    await app.close();
  }
}

function cutCopy({ folder }: DrillPlace, left: string, bytes: number): string {
  const own = join(folder, `log-${bytes}`);
  mkdirSync(own);
  const file = join(own, 'store.db');
  copyFileSync(left, file);
  copyFileSync(`${left}-wal`, `${file}-wal`);
  truncateSync(`${file}-wal`, bytes);
  return file;
}
