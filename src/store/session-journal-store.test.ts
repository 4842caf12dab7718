import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { numbersIn } from '../../test/fixtures/session-counts.js';
import {
  anAnswer,
  anEvent,
  aProject,
  aPrompt,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../../test/fixtures/sessions.js';
import { sha256 } from '../base/checksum.js';
import { newAttemptId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { initialState, type SessionState } from '../engine/session/session-state.js';
import { openStore } from './open-store.js';
import type { Store } from './store.js';

const clock = { now: () => someTime };

let store: Store;
let session: Session;
beforeEach(async () => {
  store = await emptyStore(clock);
  session = aSession();
  await store.journal.create(creationOf(session));
});
afterEach(() => store.close());

async function read(id: string): Promise<Session | undefined> {
  const [found] = await store.sessions.withIdPrefix(id);
  return found;
}

describe('creating a session', () => {
  it('writes it as it is', async () => {
    const project = aProject({ root: '/home/ada/shop' });
    await store.projects.insert(project);
    const full = aSession({
      project: { id: project.id, name: project.name, root: project.root },
      featureType: 'bugfix',
      complexity: 'Medium-High',
      timeEstimate: '3-4 h',
      completedAt: minutesLater(5),
    });
    await store.journal.create(creationOf(full));
    expect(await read(full.id)).toEqual(full);
  });

  it('writes its prompt and its first event', async () => {
    const [attempt] = await store.journal.attempts(session.id);
    expect(attempt).toMatchObject({
      step: 'plan',
      number: 1,
      outcome: 'issued',
      template: 'builtin/orchestrator',
      source: null,
    });
    const prompt = await store.journal.prompt(attempt?.id ?? newAttemptId());
    expect(prompt).toEqual({
      messages: [{ role: 'user', text: 'Plan it.' }],
      template: 'builtin/orchestrator',
      source: null,
    });
    const history = await store.journal.history(session.id);
    expect(history).toMatchObject([
      { number: 1, kind: 'created', actor: 'ada', before: null, after: initialState },
    ]);
  });

  it('writes nothing when a part of it cannot be written', async () => {
    const other = aSession();
    const taken = (await store.journal.attempts(session.id))[0]?.id ?? newAttemptId();
    const creation = { ...creationOf(other), issued: aPrompt(other.id, { id: taken }) };
    await expect(store.journal.create(creation)).rejects.toThrow();
    expect(await read(other.id)).toBeUndefined();
    expect(await store.journal.history(other.id)).toEqual([]);
  });
});

describe('committing a change', () => {
  const cancelled: SessionState = { ...initialState, lifecycle: 'cancelled' };

  it('writes the session, with the next version and what follows from its state', async () => {
    const changed = { ...session, state: cancelled, updatedAt: minutesLater(1) };
    const written = await store.journal.commit({ session: changed, event: anEvent(session) });
    expect(written).toEqual({ ...changed, version: 2 });
    expect(await read(session.id)).toEqual(written);
    expect(numbersIn(await store.sessions.counts({}))).toEqual({ cancelled: 1 });
  });

  it('writes nothing when the session was changed since it was read', async () => {
    await store.journal.commit({ session, event: anEvent(session) });
    const answer = anAnswer(session.id, 'an answer');
    await store.journal.receive(answer);
    const stale = {
      session: { ...session, state: cancelled },
      event: anEvent(session),
      issued: aPrompt(session.id),
      settled: { attempt: answer.id, outcome: 'accepted', result: { kind: 'analysis' }, problem: null },
    } as const;
    await expect(store.journal.commit(stale)).rejects.toMatchObject({ code: 'SESSION_CHANGED' });
    expect(await read(session.id)).toMatchObject({ version: 2, state: initialState });
    expect(await store.journal.history(session.id)).toHaveLength(2);
    const outcomes = (await store.journal.attempts(session.id)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['issued', 'received']);
  });

  it('lets one of two who read the same version win', async () => {
    const changes = [1, 2].map((minutes) =>
      store.journal.commit({
        session: { ...session, updatedAt: minutesLater(minutes) },
        event: anEvent(session),
      }),
    );
    const results = await Promise.allSettled(changes);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('settles an attempt: what became of it, and when', async () => {
    const answer = anAnswer(session.id, 'hello');
    await store.journal.receive(answer);
    expect(await store.journal.result(answer.id)).toBeNull();
    const problem = { code: 'SLIP_EMPTY', message: 'The answer is empty.' };
    await store.journal.commit({
      session,
      event: anEvent(session, { at: minutesLater(2) }),
      settled: { attempt: answer.id, outcome: 'rejected', result: { kind: 'analysis' }, problem },
    });
    const attempts = await store.journal.attempts(session.id);
    expect(attempts.find(({ id }) => id === answer.id)).toMatchObject({
      outcome: 'rejected',
      problem,
      startedAt: someTime,
      finishedAt: minutesLater(2),
    });
    expect(await store.journal.result(answer.id)).toEqual({ kind: 'analysis' });
  });
});

describe('the feature request', () => {
  it('is kept in every revision, and changed by no other move', async () => {
    const revised = { ...session, featureRequest: 'Add two pages', state: { ...initialState, request: 2 } };
    const event = anEvent(session, { kind: 'revised', at: minutesLater(3), actor: 'bob' });
    const request = { number: 2, replaces: 1, text: 'Add two pages' };
    const second = await store.journal.commit({ session: revised, event, request });
    await store.journal.commit({ session: second, event: anEvent(second) });
    expect((await read(session.id))?.featureRequest).toBe('Add two pages');
    expect(await store.journal.requests(session.id)).toEqual([
      { number: 1, replaces: null, text: 'Add a login page', at: someTime, actor: 'ada' },
      { number: 2, replaces: 1, text: 'Add two pages', at: minutesLater(3), actor: 'bob' },
    ]);
  });
});

describe('a received answer', () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

  it.each([
    ['invalid UTF-8 and NUL', everyByte],
    ['a lone byte order mark', Uint8Array.of(0xff, 0xfe)],
    ['line ends of all kinds', Buffer.from('a\r\nb\rc\n\u2028')],
    ['nothing', new Uint8Array()],
    ['five million bytes', Buffer.alloc(5_000_000, everyByte)],
  ])('comes back byte for byte: %s', async (_, bytes) => {
    const answer = anAnswer(session.id, bytes);
    await store.journal.receive(answer);
    const kept = await store.journal.answer(answer.id);
    expect(Buffer.compare(kept, bytes)).toBe(0);
    const attempts = await store.journal.attempts(session.id);
    expect(attempts.find(({ id }) => id === answer.id)).toMatchObject({
      size: bytes.length,
      checksum: sha256(bytes),
    });
  });

  it('keeps how it came, and waits to be settled', async () => {
    const earlier = newAttemptId();
    const input = { method: 'file', name: 'answer.md' } as const;
    await store.journal.receive(
      anAnswer(session.id, 'x', { step: 'complete', input, forced: true, appendedTo: earlier }),
    );
    const received = (await store.journal.attempts(session.id)).find(({ step }) => step === 'complete');
    expect(received).toMatchObject({
      outcome: 'received',
      input,
      forced: true,
      appendedTo: earlier,
      problem: null,
      template: null,
      finishedAt: null,
    });
  });

  it('is refused for a session that is not there', async () => {
    await expect(store.journal.receive(anAnswer(aSession().id, 'x'))).rejects.toThrow(/foreign key/i);
  });

  it('has no prompt, and a prompt is no answer', async () => {
    const answer = anAnswer(session.id, 'x');
    await store.journal.receive(answer);
    await expect(store.journal.prompt(answer.id)).rejects.toThrow('has no prompt');
    const [prompt] = await store.journal.attempts(session.id);
    await expect(store.journal.answer(prompt?.id ?? newAttemptId())).rejects.toThrow('has no answer');
  });

  it('is seen by another connection as soon as receiving it returns', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-store-'));
    const [writer, reader] = [
      await openStore(join(folder, 'store.db'), clock),
      await openStore(join(folder, 'store.db'), clock),
    ];
    await writer.journal.create(creationOf(session));
    const answer = anAnswer(session.id, everyByte);
    await writer.journal.receive(answer);
    expect(await reader.journal.answer(answer.id)).toEqual(everyByte);
    await Promise.all([writer.close(), reader.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('attempts', () => {
  it('are numbered within their step, without gap or clash when they come at once', async () => {
    const answers = Array.from({ length: 8 }, (_, at) => anAnswer(session.id, `answer ${at}`));
    await Promise.all(answers.map((answer) => store.journal.receive(answer)));
    await store.journal.receive(anAnswer(session.id, 'analysis', { step: 'save-analysis' }));
    const attempts = await store.journal.attempts(session.id);
    const numbers = (step: string) =>
      attempts.filter((attempt) => attempt.step === step).map(({ number }) => number);
    expect(numbers('process')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(numbers('save-analysis')).toEqual([1]);
    expect(numbers('plan')).toEqual([1]);
  });

  it('are listed in the order in which they came, whatever their time says', async () => {
    await store.journal.receive(anAnswer(session.id, 'first', { at: minutesLater(9) }));
    await store.journal.receive(anAnswer(session.id, 'second', { step: 'complete', at: minutesLater(1) }));
    const steps = (await store.journal.attempts(session.id)).map(({ step }) => step);
    expect(steps).toEqual(['plan', 'process', 'complete']);
  });

  it('and history are those of one session only', async () => {
    const other = aSession();
    await store.journal.create(creationOf(other));
    expect(await store.journal.attempts(other.id)).toHaveLength(1);
    expect((await store.journal.history(other.id)).map(({ sessionId }) => sessionId)).toEqual([other.id]);
  });
});

describe('history', () => {
  it('lists events in the order in which they were written, whatever their time says', async () => {
    const kinds = ['step-done', 'answer-rejected', 'undone', 'cancelled'] as const;
    for (const [revision, kind] of kinds.entries()) {
      const event = anEvent(session, {
        kind,
        at: minutesLater(-revision),
        undoes: kind === 'undone' ? 2 : null,
      });
      session = await store.journal.commit({ session, event });
    }
    const history = await store.journal.history(session.id);
    expect(history.map(({ kind }) => kind)).toEqual(['created', ...kinds]);
    expect(history.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(history[3]).toEqual({
      ...anEvent(session, { kind: 'undone', at: minutesLater(-2), undoes: 2 }),
      number: 4,
    });
  });
});
