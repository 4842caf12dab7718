import { type App, openApp } from '../../src/app.js';
import { sha256 } from '../../src/base/checksum.js';
import { systemClock } from '../../src/base/clock.js';
import type { Session } from '../../src/engine/session/session.js';
import { dueStep } from '../../src/engine/session/session-state.js';
import { continueSession, fromLibrary } from '../../src/operations/index.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { exampleText } from '../cli/harness.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { everySession } from './every-session.js';
import { faultsInStore } from './faults-in-store.js';
import { type Acknowledged, answerFor, Lane } from './lane.js';

export interface KillDrill {
  /** In each round every lane runs one command, which is killed at a random moment or comes to its end before. */
  readonly rounds: number;
  /** No new round begins after this many seconds. */
  readonly seconds: number;
  /** Sessions that are worked on at once. */
  readonly lanes: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface KillReport {
  readonly rounds: number;
  readonly commands: number;
  readonly killed: number;
  readonly acknowledged: number;
  readonly sessions: number;
  /** Answers that were kept when the kill came, and that nothing was made of yet. */
  readonly unsettled: number;
  /** All that is wrong, in sentences. */
  readonly faults: readonly string[];
}

/**
 * Kills the program with SIGKILL at random moments while it plans and goes on with sessions in one store,
 * then looks whether the record is whole, whether everything that was confirmed is in it, byte for byte,
 * and whether every session can be brought to its end.
 */
export function killDrill({ rounds, seconds, lanes, server }: KillDrill): Promise<KillReport> {
  return inDrillPlace(server, async (place) => {
    const workers = Array.from({ length: lanes }, (_, lane) => new Lane(place, lane));
    const deadline = performance.now() + seconds * 1000;
    let done = 0;
    for (; done < rounds && performance.now() < deadline; done++) {
      await Promise.all(workers.map((worker) => worker.runOne()));
    }
    return inspect(place, workers, done);
  });
}

async function inspect(place: DrillPlace, lanes: readonly Lane[], rounds: number): Promise<KillReport> {
  const acknowledged = lanes.flatMap((lane) => lane.acknowledged);
  const { sessions, unsettled, faults } = await inspectRecord(place, acknowledged);
  return {
    rounds,
    commands: total(lanes.map(({ commands }) => commands)),
    killed: total(lanes.map(({ killed }) => killed)),
    acknowledged: acknowledged.length,
    sessions: sessions.length,
    unsettled,
    faults: [
      ...lanes.flatMap(({ failures }) => failures),
      ...faults,
      ...(await faultsInGoingOn(place, sessions)),
    ],
  };
}

async function inspectRecord(place: DrillPlace, acknowledged: readonly Acknowledged[]) {
  const store = await openStore(place.db, systemClock);
  try {
    const missing = await Promise.all(acknowledged.map((one) => faultsInAcknowledged(store, one)));
    return {
      sessions: await everySession(store),
      unsettled: await countUnsettled(store),
      faults: [...(await faultsInStore(store)), ...missing.flat()],
    };
  } finally {
    await store.close();
  }
}

async function faultsInAcknowledged(store: Store, { document, answer }: Acknowledged): Promise<string[]> {
  const { id } = document.session;
  const [session] = await store.sessions.withIdPrefix(id);
  if (session === undefined) return [`session ${id} was confirmed and is not there`];
  if (answer === null) return [];
  const given = sha256(answer);
  const kept = (await store.journal.attempts(session.id)).find(({ checksum }) => checksum === given);
  if (kept === undefined) return [`session ${id}: an answer was confirmed and is not there`];
  const same = Buffer.compare(await store.journal.answer(kept.id), answer) === 0;
  return same ? [] : [`answer ${kept.id} was confirmed and is not what was given`];
}

async function countUnsettled({ database }: Store): Promise<number> {
  const received = database.selectFrom('orchestration_phases').select('id').where('outcome', '=', 'received');
  return (await received.execute()).length;
}

async function faultsInGoingOn({ folder, db }: DrillPlace, sessions: readonly Session[]): Promise<string[]> {
  const app = await openApp({ db, cwd: folder, env: { HOME: folder } });
  try {
    const faults: string[] = [];
    for (const session of sessions) faults.push(...(await bringToItsEnd(app, session)));
    return faults;
  } finally {
    await app.close();
  }
}

/** Goes on with a fresh answer wherever one is due; gives what stood in the way. */
async function bringToItsEnd(app: App, session: Session): Promise<string[]> {
  let due = dueStep(session.state);
  try {
    while (due !== null) {
      const example = answerFor[due];
      const answer = example === undefined ? undefined : fromLibrary(exampleText(example));
      const output = await continueSession(app, { session: session.id, answer });
      if (output.session.step === due) return [`session ${session.id} does not get beyond "${due}"`];
      due = output.session.step;
    }
    return [];
  } catch (error) {
    return [`session ${session.id} cannot go on at "${due}": ${error}`];
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
