import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { systemClock } from '../../src/base/clock.js';
import { openStore } from '../../src/store/open-store.js';
import type { Database } from '../../src/store/schema.js';
import type { Store } from '../../src/store/store.js';
import { example } from '../cli/harness.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { faultsInStore } from './faults-in-store.js';
import { failureOf, printedDocument, runCommand, startScript } from './program.js';

/**
 * What each writer does with a session, in this order, and then with another one: every command is one event, and
 * all but undo one attempt.
 */
export const commands: readonly (readonly string[])[] = [
  ['plan', 'A page to sign in'],
  ['process', '--file', example('planning-answer.md')],
  ['analyze'],
  ['save-analysis', '--file', example('analysis.md')],
  ['process', '--file', example('planning-answer.md')],
  ['undo'],
  ['implement'],
  ['complete', '--file', example('report.md')],
  ['undo'],
  ['complete', '--file', example('report.md')],
];

export interface WritersDrill {
  readonly writers: number;
  /** How many times each writes, one after the other; a session takes ten. */
  readonly writesEach: number;
  /** A process for each command, or one for all that a writer writes through the library. */
  readonly by: 'commands' | 'library';
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface RecordTotals {
  readonly sessions: number;
  readonly events: number;
  readonly attempts: number;
}

export interface WritersReport {
  readonly expected: RecordTotals;
  readonly found: RecordTotals;
  /** All that went wrong, in sentences. */
  readonly faults: readonly string[];
}

/** Lets many processes write into one store at once, and counts what arrived. */
export function writersDrill({ writers, writesEach, by, server }: WritersDrill): Promise<WritersReport> {
  const write = by === 'commands' ? writeByCommands : writeByLibrary;
  const each = Array.from({ length: writesEach }, (_, at) => commands[at % commands.length] ?? []);
  return inDrillPlace(server, async (place) => {
    const failures = await Promise.all(Array.from({ length: writers }, () => write(place, each)));
    const { found, faults } = await inspect(place);
    const expected = expectedOf(writers, each);
    const isExact = isDeepStrictEqual(found, expected);
    const totals = isExact ? [] : [`found ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
    return { expected, found, faults: [...failures.flat(), ...totals, ...faults] };
  });
}

function expectedOf(writers: number, each: typeof commands): RecordTotals {
  const count = (isCounted: (verb: string | undefined) => boolean) =>
    writers * each.filter(([verb]) => isCounted(verb)).length;
  return {
    sessions: count((verb) => verb === 'plan'),
    events: count(() => true),
    attempts: count((verb) => verb !== 'undo'),
  };
}

/** Runs the commands one after the other on one session; gives what failed. */
async function writeByCommands(place: DrillPlace, each: typeof commands): Promise<string[]> {
  const failures: string[] = [];
  let session: readonly string[] = [];
  for (const words of each) {
    const on = words[0] === 'plan' ? [] : session;
    const outcome = await runCommand(['orchestrate', ...words, ...on, '--json'], place);
    const document = printedDocument(outcome);
    if (outcome.code !== 0 || document === null) failures.push(failureOf(words, outcome));
    else session = ['--session', document.session.id];
  }
  return failures;
}

const SCRIPT = join(import.meta.dirname, 'write-many.mjs');

async function writeByLibrary(place: DrillPlace, each: typeof commands): Promise<string[]> {
  const outcome = await startScript(SCRIPT, [`${each.length}`, example('')], place).ended;
  if (outcome.code !== 0) return [failureOf(['a writer'], outcome)];
  return JSON.parse(outcome.out);
}

async function inspect({ db }: DrillPlace): Promise<{ found: RecordTotals; faults: string[] }> {
  const store = await openStore(db, systemClock);
  try {
    const found = {
      sessions: await countRows(store, 'orchestration_sessions'),
      events: await countRows(store, 'session_events'),
      attempts: await countRows(store, 'orchestration_phases'),
    };
    return { found, faults: await faultsInStore(store) };
  } finally {
    await store.close();
  }
}

async function countRows({ database }: Store, table: keyof Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    database,
  );
  return rows[0]?.count ?? 0;
}
