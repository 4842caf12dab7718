import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { writeExecution } from '../../test/fixtures/executions.js';
import {
  anAnswer,
  anEvent,
  aProject,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../../test/fixtures/sessions.js';
import { wholeRecord } from '../../test/fixtures/whole-record.js';
import { newExecutionId } from '../base/ids.js';
import { inSession } from '../engine/execution/execution-place.js';
import type { Session } from '../engine/session/session.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { Store } from './store.js';

const clock = { now: () => someTime };
let store: Store;
beforeEach(async () => {
  store = await emptyStore(clock);
});
afterEach(() => store.close());

async function started(given: Partial<Session> = {}): Promise<Session> {
  const session = aSession(given);
  await store.journal.create(creationOf(session));
  return session;
}

describe('an answer that is pasted', () => {
  it('is an execution of its attempt, which has the text', async () => {
    const project = aProject();
    await store.projects.insert(project);
    const { id } = await started({ project });
    const answer = anAnswer(id, 'x', { step: 'complete', part: 2, actor: 'bob', at: minutesLater(1) });
    await store.journal.receive(answer);
    const [found] = await store.executions.ofSession(id);
    expect(found).toMatchObject({
      kind: 'pasted',
      status: 'succeeded',
      project: project.id,
      place: { session: id, step: 'complete', part: 2, attempt: answer.id },
      model: null,
      cost: null,
      latencyMs: null,
      actor: 'bob',
      at: minutesLater(1),
      finishedAt: minutesLater(1),
    });
    expect(await store.executions.whole(found?.id ?? newExecutionId())).toMatchObject({
      response: null,
      messages: [],
    });
  });

  it('is on record once when it is read again', async () => {
    const { id } = await started();
    const answer = anAnswer(id, 'x');
    await store.journal.receive(answer);
    await store.journal.receive(anAnswer(id, 'x', { input: { method: 'kept', name: answer.id } }));
    expect(await store.executions.ofSession(id)).toMatchObject([{ place: { attempt: answer.id } }]);
  });

  it('is forgotten with its session, not before it is removed for good; what was asked of models stays', async () => {
    const session = await started({ deletedAt: someTime });
    await store.journal.receive(anAnswer(session.id, 'x'));
    const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
    const asked = await writeExecution(store.executionJournal, { place });
    await store.ratings.add({
      session: session.id,
      phase: 'planning',
      rating: 3,
      note: null,
      actor: 'ada',
      at: someTime,
    });
    expect(await store.executions.ofSession(session.id)).toHaveLength(2);
    expect(await store.sessions.purgeDeletedBefore(minutesLater(1))).toBe(1);
    expect(await store.executions.list({}, { limit: 9 })).toMatchObject([{ id: asked, place: null }]);
    expect(await store.ratings.ofSession(session.id)).toEqual([]);
  });
});

describe('an answer of an execution', () => {
  it('belongs to that execution', async () => {
    const { id } = await started();
    const place = { session: id, step: 'process', part: null, attempt: null } as const;
    const asked = await writeExecution(store.executionJournal, { place });
    const answer = anAnswer(id, 'Yes.', { input: { method: 'model', name: asked } });
    await store.journal.receive(answer);
    expect(await store.executions.ofSession(id)).toMatchObject([
      { id: asked, kind: 'model', place: { ...place, attempt: answer.id } },
    ]);
  });

  it('becomes one of the session when it was asked for outside of any', async () => {
    const { id } = await started();
    const asked = await writeExecution(store.executionJournal, { kind: 'agent' });
    const answer = anAnswer(id, 'Yes.', { input: { method: 'agent', name: asked } });
    await store.journal.receive(answer);
    expect(await store.executions.ofSession(id)).toMatchObject([
      { id: asked, place: { attempt: answer.id } },
    ]);
  });

  it('that this store knows nothing of counts as pasted', async () => {
    const { id } = await started();
    await store.journal.receive(anAnswer(id, 'x', { input: { method: 'model', name: newExecutionId() } }));
    expect(await store.executions.ofSession(id)).toMatchObject([{ kind: 'pasted' }]);
  });
});

describe('a session that is taken in', () => {
  it('has its answers on record, the same ones each time', async () => {
    const session = await started();
    const answer = anAnswer(session.id, 'the needle', { at: minutesLater(1) });
    await store.journal.receive(answer);
    await store.journal.commit({
      session,
      event: anEvent(session, { attempt: answer.id, actor: 'eve', at: minutesLater(2) }),
    });
    const record = await wholeRecord(store, session.id);
    const other = await emptyStore(clock);
    await other.records.putAll([record]);
    const taken = await other.executions.ofSession(session.id);
    expect(taken).toMatchObject([{ kind: 'pasted', actor: 'eve', at: minutesLater(1) }]);
    await other.records.putAll([record]);
    expect(await other.executions.ofSession(session.id)).toEqual(taken);
    expect(await other.executions.search({ text: 'needle', filter: {}, limit: 9 })).toHaveLength(1);
    await other.close();
  });

  it('keeps what was asked of models for it here', async () => {
    const session = await started();
    const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
    const asked = await writeExecution(store.executionJournal, { place });
    const answer = anAnswer(session.id, 'x', { input: { method: 'model', name: asked } });
    await store.journal.receive(answer);
    await store.records.putAll([await wholeRecord(store, session.id)]);
    expect(await store.executions.ofSession(session.id)).toMatchObject([
      { id: asked, place: { attempt: answer.id } },
    ]);
  });
});

describe('answers from before there were executions', () => {
  it('are on record and found when the schema goes up, each with who brought it', async () => {
    const session = await started();
    const answers = ['the first needle', 'another needle'].map((text) => anAnswer(session.id, text));
    for (const answer of answers) await store.journal.receive(answer);
    const again = { method: 'kept', name: answers[0]?.id ?? null } as const;
    await store.journal.receive(anAnswer(session.id, 'the first needle', { input: again }));
    const event = anEvent(session, { attempt: answers[1]?.id ?? null, actor: 'eve' });
    await store.journal.commit({ session, event });
    const before = await store.executions.ofSession(session.id);
    await migrateTo(store.database, store.location, 4, clock);
    await migrateTo(store.database, store.location, SCHEMA_VERSION, clock);
    const after = await store.executions.ofSession(session.id);
    expect(new Set(after.map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
    expect(new Set(after.map(({ actor, place }) => [actor, inSession(place)?.attempt].join()))).toEqual(
      new Set([`ada,${answers[0]?.id}`, `eve,${answers[1]?.id}`]),
    );
    expect(await store.executions.search({ text: 'needle', filter: {}, limit: 9 })).toHaveLength(2);
  });
});
