import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { sha256 } from '../../src/base/checksum.js';
import type { Attempt } from '../../src/engine/session/attempt.js';
import type { Session } from '../../src/engine/session/session.js';
import { attemptOf } from '../../src/engine/session/session-state.js';
import { steps } from '../../src/engine/session/step.js';
import { capabilitiesOf } from '../../src/store/dialects/capabilities.js';
import type { Store } from '../../src/store/store.js';

/** All that is wrong with a record, in sentences; nothing when it is consistent. */
export async function faultsInRecord(store: Store): Promise<string[]> {
  const faults = await faultsInFile(store);
  for (const session of await everySession(store)) {
    const found = [...(await faultsInHistory(store, session)), ...(await faultsInAttempts(store, session))];
    faults.push(...found.map((fault) => `session ${session.id}: ${fault}`));
  }
  return faults;
}

/** Every session, deleted ones too. */
export async function everySession(store: Store): Promise<Session[]> {
  const rows = await store.database.selectFrom('orchestration_sessions').select('id').execute();
  const found = await Promise.all(rows.map(({ id }) => store.sessions.withIdPrefix(id)));
  return found.flat();
}

/** What SQLite finds wrong with a file; nothing for a server. */
export async function faultsInFile({ database }: Store): Promise<string[]> {
  if (capabilitiesOf(database).dialect !== 'sqlite') return [];
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database);
  const keys = await sql`pragma foreign_key_check`.execute(database);
  const broken = integrity.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  return keys.rows.length === 0 ? broken : [...broken, `${keys.rows.length} references lead nowhere`];
}

async function faultsInHistory({ journal }: Store, session: Session): Promise<string[]> {
  const history = await journal.history(session.id);
  const faults: string[] = [];
  if (history.some(({ number }, index) => number !== index + 1))
    faults.push('its events are not numbered 1, 2, …');
  if (!isDeepStrictEqual(history.at(-1)?.after, session.state))
    faults.push('its state is not that after its last event');
  if (session.version !== history.length)
    faults.push(`version ${session.version} after ${history.length} events`);
  const torn = history.findIndex(
    ({ before }, index) => !isDeepStrictEqual(before, history[index - 1]?.after ?? null),
  );
  if (torn >= 0) faults.push(`event ${torn + 1} does not begin where the one before it ended`);
  return faults;
}

async function faultsInAttempts({ journal }: Store, session: Session): Promise<string[]> {
  const attempts = await journal.attempts(session.id);
  const byId = new Map<string, Attempt>(attempts.map((attempt) => [attempt.id, attempt]));
  const faults: string[] = [];
  for (const step of steps) {
    const standing = attemptOf(session.state, step);
    if (standing === null) continue;
    const outcome = byId.get(standing)?.outcome;
    if (!['issued', 'accepted', 'incomplete'].includes(outcome ?? ''))
      faults.push(`"${step}" stands on an attempt that is ${outcome}`);
  }
  for (const { id, outcome, checksum } of attempts) {
    if (outcome !== 'issued' && sha256(await journal.answer(id)) !== checksum)
      faults.push(`answer ${id} is not whole`);
  }
  return faults;
}
