import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore, isServer } from '../../../test/fixtures/empty-store.js';
import { aCall, anExecution, noCeilings } from '../../../test/fixtures/executions.js';
import { writePrompt } from '../../../test/fixtures/prompts.js';
import { anAnswer, aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { newAttemptId } from '../../base/ids.js';
import { readPlanningAnswer } from '../../engine/session/read-planning-answer.js';
import type { SessionChange } from '../../engine/session/session-journal.js';
import { initialState, type SessionState } from '../../engine/session/session-state.js';
import type { Store } from '../store.js';
import { checkStore } from './check-store.js';

const answer = '## ANALYSIS_TEMPLATE\nLook at the sessions.\n## IMPLEMENTATION_TEMPLATE\nChange them.\n';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  await fill(store);
});
afterEach(() => store.close());

const findings = async () => (await checkStore(store, () => {})).map(({ says }) => says);

describe('what is stored', () => {
  it('is found as it was written', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each<readonly [string, RawBuilder<unknown>, RegExp]>([
    [
      'an answer that is another',
      sql`update orchestration_phases set answer = substr(answer, 2) where answer is not null`,
      /^The content is not what its checksum says in orchestration_phases: id a/,
    ],
    [
      'a prompt that was given out and is another',
      sql`update orchestration_phases set prompt = replace(prompt, 'Plan', 'plan') where prompt is not null`,
      /^The content is not what its checksum says in orchestration_phases: id a/,
    ],
    [
      'a prompt that cannot be read',
      sql`update orchestration_phases set prompt = 'Plan' where prompt is not null`,
      /^The content that a checksum belongs to cannot be read in orchestration_phases/,
    ],
    [
      'a size that is another',
      sql`update orchestration_phases set size = size + 1 where answer is not null`,
      /^The content is not what its checksum says/,
    ],
    [
      'a version of a prompt that is another',
      sql`update prompt_versions set messages = replace(messages, 'Review', 'review')`,
      /^The content is not what its checksum says in prompt_versions: id v/,
    ],
    [
      'a file that is another',
      sql`update execution_attachments set checksum = replace(checksum, 'a', 'b')`,
      /^The content is not what its checksum says in execution_attachments: execution_id x\w+, position 0\.$/,
    ],
    [
      'a section that does not stand in its answer',
      sql`update orchestration_phases set result = replace(result, 'Look', 'Lock') where result is not null`,
      /^The section analysis does not stand in the answer that it was read from in orchestration_phases/,
    ],
    [
      'a time that is none',
      sql`update prompts set created_at = '2026-03-01T10:00:00.0O0Z'`,
      /^A created_at is no time in UTC with milliseconds in prompts: id t/,
    ],
    [
      'a word that is none',
      sql`update session_events set kind = 'step-dome' where kind = 'step-done'`,
      /^A kind is no word that stands there in session_events: session_id s\w+, number 2\.$/,
    ],
    [
      'a number below zero',
      sql`update executions set cost = -1`,
      /^A cost is no whole number from 0 in executions: number/,
    ],
    [
      'a flag that is none',
      sql`update prompts set in_force = 2`,
      /^A in_force is no 0 or 1 in prompts: id t/,
    ],
    [
      'JSON that is written otherwise',
      sql`update executions set tools = '[ ]'`,
      /^A tools is no JSON as it is written here in executions/,
    ],
    [
      'a status that is not that of the state',
      sql`update orchestration_sessions set status = 'completed'`,
      /^Status and step are not those of the state in orchestration_sessions: id s/,
    ],
    [
      'a state that cannot be read',
      sql`update orchestration_sessions set state = '{"steps":{}}'`,
      /^The state cannot be read in orchestration_sessions/,
    ],
    [
      'an event that begins elsewhere',
      sql`update session_events set before = '{}' where number = 2`,
      /^An event does not begin where the one before it ended in session_events/,
    ],
    [
      'an event that is lost',
      sql`delete from session_events where number = 1`,
      /^Events are not numbered 1, 2, … in session_events/,
    ],
    [
      'an event that is lost at the end',
      sql`delete from session_events where number = 2`,
      /^1 row of orchestration_sessions was not moved as often as there are events\.$/,
    ],
    [
      'a state that no event led to',
      sql`update session_events set after = replace(after, '"request":1', '"request":2') where number = 2`,
      /^A state is not that after the last event in orchestration_sessions: id s/,
    ],
    [
      'an answer that nobody wrote the outcome of',
      sql`update orchestration_phases set outcome = 'received' where step = 'process'`,
      /^1 row of orchestration_phases moved its session, and nobody wrote what came of it\.$/,
    ],
    [
      'an attempt that is lost',
      sql`delete from orchestration_phases where step = 'plan'`,
      /^1 row of orchestration_sessions has attempts that are not numbered 1, 2, …\.$/,
    ],
    [
      'an attempt that is counted wrongly',
      sql`update orchestration_phases set attempt = 3 where step = 'process'`,
      /^1 row of orchestration_phases is not counted as the attempt at the step that it is\.$/,
    ],
    [
      'a request that is no revision',
      sql`update session_requests set text = 'Add a logon page'`,
      /^1 row of orchestration_sessions has a feature request that is none of its revisions\.$/,
    ],
  ])('is found to be damaged: %s', async (_, damage, finding) => {
    await damage.execute(store.database);
    expect(await findings()).toContainEqual(expect.stringMatching(finding));
  });

  it.skipIf(isServer())('is found to be of another kind', async () => {
    await sql`update prompts set created_by = x'616461'`.execute(store.database);
    expect(await findings()).toContainEqual(expect.stringMatching(/^A created_by is no text in prompts/));
  });

  it('is told of once for all rows of a kind', async () => {
    await writePrompt(store.promptJournal, { name: 'other' });
    await sql`update prompts set updated_at = ''`.execute(store.database);
    expect(await findings()).toContainEqual(
      expect.stringMatching(
        /^A updated_at is no time in UTC with milliseconds in prompts: id t\w+, and 1 more\.$/,
      ),
    );
  });

  it('may have taken less than no time, where a clock was set back', async () => {
    await sql`update executions set latency_ms = -5`.execute(store.database);
    expect(await findings()).toEqual([]);
  });

  it('may say less of a state, where an older program wrote it', async () => {
    const without = sql`replace(replace(after, ',"request":1', ''), ',"parts":null', '')`;
    await sql`update session_events set after = ${without}`.execute(store.database);
    expect(await findings()).toEqual([]);
  });
});

/** A session with a prompt and an answer, a prompt of the library, and an execution with a file. */
async function fill({ journal, promptJournal, executionJournal }: Store): Promise<void> {
  const session = aSession();
  const creation = creationOf(session);
  const planned = stateAfter(session.state, 'plan', creation.issued.id);
  const event = { ...creation.event, after: planned };
  await journal.create({ ...creation, session: { ...session, state: planned }, event });
  const attempt = newAttemptId();
  await journal.receive(anAnswer(session.id, answer, { id: attempt }));
  await journal.commit(taken({ ...creation, session: { ...session, state: planned } }, attempt));
  await writePrompt(promptJournal, { name: 'review', text: 'Review it.' });
  const attachments = [{ name: 'a.txt', mediaType: 'text/plain', bytes: Uint8Array.of(97) }];
  const messages = [{ role: 'user', text: 'Look.', attachments }] as const;
  await executionJournal.begin(anExecution({ messages }), aCall(), noCeilings);
  await sql`update executions set cost = 1`.execute(store.database);
}

function taken({ session, event }: SessionChange, attempt: ReturnType<typeof newAttemptId>): SessionChange {
  const after = stateAfter(session.state, 'process', attempt);
  const result = { kind: 'planning', ...readPlanningAnswer(answer, attempt) } as const;
  return {
    session: { ...session, state: after },
    event: { ...event, kind: 'step-done', step: 'process', attempt, before: session.state, after },
    settled: { attempt, outcome: 'accepted', result, problem: null },
  };
}

function stateAfter(
  state: SessionState,
  step: 'plan' | 'process',
  attempt: ReturnType<typeof newAttemptId>,
): SessionState {
  return { ...initialState, steps: { ...state.steps, [step]: { state: 'done', attempt } } };
}
