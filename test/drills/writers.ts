import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '../../src/base/clock.js';
import { openStore } from '../../src/store/open-store.js';
import type { Database } from '../../src/store/schema.js';
import type { Store } from '../../src/store/store.js';
import { example } from '../cli/harness.js';
import { faultsInRecord } from './faults-in-record.js';
import { printedDocument, startCommand } from './program.js';

/** What each writer does with its session, in this order: every command is one event, and all but undo one attempt. */
const commands: readonly (readonly string[])[] = [
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
  /** How many commands each runs, one after the other; 10 at most. */
  readonly commandsEach: number;
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
export async function writersDrill({ writers, commandsEach }: WritersDrill): Promise<WritersReport> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-writers-'));
  try {
    const each = commands.slice(0, commandsEach);
    const failures = await Promise.all(Array.from({ length: writers }, () => write(folder, each)));
    const { found, faults } = await inspect(folder);
    const attempts = each.filter(([verb]) => verb !== 'undo').length;
    const expected = { sessions: writers, events: writers * each.length, attempts: writers * attempts };
    return { expected, found, faults: [...failures.flat(), ...faults] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the commands one after the other on one session; gives what failed. */
async function write(folder: string, each: typeof commands): Promise<string[]> {
  const failures: string[] = [];
  let session: readonly string[] = [];
  for (const words of each) {
    const outcome = await startCommand(['orchestrate', ...words, ...session, '--json'], folder).ended;
    const document = printedDocument(outcome);
    if (outcome.code !== 0 || document === null)
      failures.push(`${words[0]} exited ${outcome.code}: ${outcome.err}`);
    else session = ['--session', document.session.id];
  }
  return failures;
}

async function inspect(folder: string): Promise<{ found: RecordTotals; faults: string[] }> {
  const store = await openStore(join(folder, 'store.db'), systemClock);
  try {
    const found = {
      sessions: await countRows(store, 'orchestration_sessions'),
      events: await countRows(store, 'session_events'),
      attempts: await countRows(store, 'orchestration_phases'),
    };
    return { found, faults: await faultsInRecord(store) };
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
