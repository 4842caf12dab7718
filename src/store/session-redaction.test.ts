import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { writeExecution } from '../../test/fixtures/executions.js';
import { someRun } from '../../test/fixtures/runs.js';
import {
  anAnswer,
  anEvent,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../../test/fixtures/sessions.js';
import { tableNames } from '../../test/fixtures/table-names.js';
import type { RunId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import type { Store } from './store.js';

const WORD = 'hunter-of-the-night';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const title = `part ${WORD}`;

async function leakySession(): Promise<Session> {
  const empty = aSession();
  const session: Session = {
    ...empty,
    featureRequest: `Add a login page with ${WORD}`,
    title: `Add ${WORD}`,
    complexity: WORD,
    timeEstimate: WORD,
    state: { ...empty.state, parts: [{ title, prompt: null, report: null }] },
  };
  await store.journal.create(creationOf(session));
  const answer = anAnswer(session.id, `The answer is ${WORD}.`);
  await store.journal.receive(answer);
  const settled = { attempt: answer.id, outcome: 'accepted', result: { kind: 'analysis' } } as const;
  await store.journal.commit({ session, settled: { ...settled, problem: null }, event: anEvent(session) });
  await store.ratings.add({
    session: session.id,
    phase: 'planning',
    rating: 2,
    note: `It told ${WORD}`,
    actor: 'ada',
    at: someTime,
  });
  return session;
}

const settings = {
  models: { planning: `exec:agent --key ${WORD}`, analysis: 'fake:reply', implementation: null },
  verify: ['test', WORD],
  until: 'analysis',
};
const missing = [{ kind: 'path', text: `src/${WORD}.ts`, line: 3 }];
const problem = { code: 'x', message: `No ${WORD}` };

const owner = { host: 'here', pid: 1, started: 'monday' };

async function leakyRun(session: Session): Promise<RunId> {
  const { runs } = store;
  const { id, ...about } = someRun({ subject: session.id, settings, status: 'failed', problem });
  await runs.create({ id, ...about });
  await runs.take(id, owner, null, someTime);
  await runs.begin(id, owner, 'process', someTime);
  const output = { attempt: 'path', executions: ['path'], missing };
  await runs.finish(id, owner, 1, { status: 'done', output, result: null, problem, gate: 'c', at: someTime });
  await runs.leave(id, owner, 'failed', problem, someTime);
  const comment = `Without ${WORD}`;
  await runs.decide(id, 1, 'c', { is: 'rejected', comment, actor: 'bob', at: someTime });
  return id;
}

/** The tables in which a text is, whatever they are for. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tableNames(store)) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(store.database);
    const texts = rows.flatMap((row) => Object.values(row)).map(plain);
    if (texts.some((one) => one.includes(text))) found.push(name);
  }
  return found;
}

const plain = (value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);

describe('redacting an execution of a session', () => {
  it('leaves its text in no table', async () => {
    const session = await leakySession();
    await leakyRun(session);
    const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
    const id = await writeExecution(store.executionJournal, { place }, { response: WORD });
    expect(await tablesWith(WORD)).toEqual(
      expect.arrayContaining(['run_steps', 'runs', 'phase_ratings', 'session_requests', 'session_events']),
    );
    await store.executions.redact({
      subject: { kind: 'execution', id },
      texts: [WORD],
      actor: 'bob',
      at: minutesLater(9),
      note: null,
    });
    expect(await tablesWith(WORD)).toEqual([]);
  });

  it('keeps what the run goes by, even when a removed text is a word of it', async () => {
    const session = await leakySession();
    const run = await leakyRun(session);
    const other = await leakyRun(aSession());
    const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
    const execution = await writeExecution(store.executionJournal, { place });
    const texts = [WORD, 'path', 'analysis', 'fake', 'exec'];
    await store.executions.redact({
      subject: { kind: 'execution', id: execution },
      texts,
      actor: 'bob',
      at: someTime,
      note: null,
    });
    expect((await store.runs.run(run))?.settings).toEqual({
      models: { planning: 'exec:agent --key [redacted]', analysis: 'fake:reply', implementation: null },
      verify: ['test', '[redacted]'],
      until: 'analysis',
    });
    expect((await store.runs.steps(run))[0]?.output).toEqual({
      attempt: 'path',
      executions: ['path'],
      missing: [{ kind: 'path', text: 'src/[redacted].ts', line: 3 }],
    });
    expect((await store.runs.run(other))?.settings).toEqual(settings);
  });
});
