import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAttemptId, newSessionId, type SessionId } from '../../src/base/ids.js';
import type { Session } from '../../src/engine/session/session.js';
import { initialState, type SessionState } from '../../src/engine/session/session-state.js';
import type { Records } from '../../src/operations/records.js';
import { openStore } from '../../src/store/open-store.js';
import { outlineOf, type SessionRecord } from '../../src/store/session-record.js';
import type { SessionFilter, SessionOrder, SessionSummary } from '../../src/store/session-store.js';
import { openWorkspace } from '../../src/workspace/open-workspace.js';
import { emptyPlace, isServer } from '../fixtures/empty-store.js';
import { numbersIn } from '../fixtures/session-counts.js';
import {
  anAnswer,
  anEvent,
  aPrompt,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../fixtures/sessions.js';
import { wholeRecord } from '../fixtures/whole-record.js';

type OpenRecords = Records & { close(): Promise<void> };

/** How what keeps sessions is opened; the same for the same folder. */
type Open = (folder: string) => Promise<OpenRecords>;

const places = new Map<string, string>();
const openDatabase: Open = async (folder) => {
  const place = places.get(folder) ?? (await emptyPlace());
  places.set(folder, place);
  return openStore(place, { now: () => someTime });
};
const openFolder: Open = (folder) => openWorkspace(join(folder, 'workspace'), failOnWarning);

/** Everything that keeps sessions. */
const keepers: readonly (readonly [name: string, open: Open])[] = isServer()
  ? [['a database', openDatabase]]
  : [
      ['a database', openDatabase],
      ['a workspace', openFolder],
    ];

function failOnWarning(warning: string): never {
  throw new Error(warning);
}

const cancelled: SessionState = { ...initialState, lifecycle: 'cancelled' };
const deleted: SessionState = { ...initialState, lifecycle: 'deleted' };
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe.each(keepers)('sessions in %s', (_, open) => {
  let folder: string;
  let records: OpenRecords;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prompt-runner-contract-'));
    records = await open(folder);
  });
  afterEach(async () => {
    await records.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function put(given: Partial<Session> = {}): Promise<Session> {
    const session = aSession(given);
    await records.journal.create(creationOf(session));
    return session;
  }

  async function read(id: string): Promise<Session | undefined> {
    const [found] = await records.sessions.withIdPrefix(id);
    return found;
  }

  describe('creating', () => {
    it('writes a session as it is, for others that open the same', async () => {
      const session = await put({
        featureRequest: '# Tea\n\0 \ud800 ☕ {{ 1 }}',
        title: 'Tea',
        featureType: 'bugfix',
        complexity: 'Medium-High',
        timeEstimate: '3-4 h',
        completedAt: minutesLater(5),
      });
      const other = await open(folder);
      expect(await other.sessions.withIdPrefix(session.id)).toEqual([session]);
      await other.close();
    });

    it('writes its request, its prompt and its first event', async () => {
      const session = await put();
      const requests = await records.journal.requests(session.id);
      expect(requests).toEqual([
        { number: 1, replaces: null, text: 'Add a login page', at: someTime, actor: 'ada' },
      ]);
      const [attempt] = await records.journal.attempts(session.id);
      expect(attempt).toMatchObject({ step: 'plan', number: 1, outcome: 'issued', part: null });
      expect(await records.journal.prompt(attempt?.id ?? newAttemptId())).toEqual({
        messages: [{ role: 'user', text: 'Plan it.' }],
        template: 'builtin/orchestrator',
        source: null,
      });
      const history = await records.journal.history(session.id);
      expect(history).toMatchObject([{ number: 1, kind: 'created', before: null, after: initialState }]);
    });

    it('is refused for an id that is taken', async () => {
      const session = await put();
      await expect(records.journal.create(creationOf(aSession({ id: session.id })))).rejects.toThrow();
      expect(await read(session.id)).toEqual(session);
      expect(await records.journal.history(session.id)).toHaveLength(1);
    });
  });

  describe('committing', () => {
    it('writes the next version, and what follows from its state', async () => {
      const session = await put();
      const changed = { ...session, state: cancelled, updatedAt: minutesLater(1) };
      const written = await records.journal.commit({ session: changed, event: anEvent(session) });
      expect(written).toEqual({ ...changed, version: 2 });
      expect(await read(session.id)).toEqual(written);
      expect(numbersIn(await records.sessions.counts({}))).toEqual({ cancelled: 1 });
    });

    it('writes nothing when the session was changed since it was read', async () => {
      const session = await put();
      await records.journal.commit({ session, event: anEvent(session) });
      const answer = anAnswer(session.id, 'an answer');
      await records.journal.receive(answer);
      const stale = {
        session: { ...session, state: cancelled },
        event: anEvent(session),
        issued: aPrompt(session.id),
        settled: { attempt: answer.id, outcome: 'accepted', result: { kind: 'analysis' }, problem: null },
        request: { number: 2, replaces: 1, text: 'other' },
      } as const;
      await expect(records.journal.commit(stale)).rejects.toMatchObject({
        code: 'SESSION_CHANGED',
        conflict: {
          seen: { version: 1, state: initialState },
          now: { version: 2, state: initialState, actor: anEvent(session).actor },
        },
        message: expect.stringMatching(
          /You saw it at move 1 \(planning, .+\); ada took it to move 2 \(planning, .+\) at \d/,
        ),
      });
      expect(await records.journal.lastMove(session.id)).toMatchObject({ actor: anEvent(session).actor });
      expect(await read(session.id)).toMatchObject({ version: 2, state: initialState });
      expect(await records.journal.history(session.id)).toHaveLength(2);
      expect(await records.journal.requests(session.id)).toHaveLength(1);
      const outcomes = (await records.journal.attempts(session.id)).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(['issued', 'received']);
    });

    it('lets one of many who read the same version win', async () => {
      const session = await put();
      const changes = Array.from({ length: 5 }, (_, at) =>
        records.journal.commit({
          session: { ...session, updatedAt: minutesLater(at) },
          event: anEvent(session),
        }),
      );
      const results = await Promise.allSettled(changes);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await records.journal.history(session.id)).toHaveLength(2);
    });

    it('keeps every revision of the request', async () => {
      const session = await put();
      await records.journal.commit({
        session: { ...session, featureRequest: 'other', state: { ...initialState, request: 2 } },
        event: anEvent(session, { kind: 'revised', at: minutesLater(1), actor: 'bob' }),
        request: { number: 2, replaces: 1, text: 'other' },
      });
      expect((await read(session.id))?.featureRequest).toBe('other');
      expect(await records.journal.requests(session.id)).toMatchObject([
        { number: 1, text: 'Add a login page' },
        { number: 2, replaces: 1, text: 'other', at: minutesLater(1), actor: 'bob' },
      ]);
    });

    it('settles an attempt: what became of it, and when', async () => {
      const session = await put();
      const answer = anAnswer(session.id, 'hello');
      await records.journal.receive(answer);
      expect(await records.journal.result(answer.id)).toBeNull();
      const problem = { code: 'SLIP_EMPTY', message: 'The answer is empty.' };
      await records.journal.commit({
        session,
        event: anEvent(session, { at: minutesLater(2) }),
        settled: { attempt: answer.id, outcome: 'rejected', result: { kind: 'analysis' }, problem },
      });
      const attempts = await records.journal.attempts(session.id);
      expect(attempts.find(({ id }) => id === answer.id)).toMatchObject({
        outcome: 'rejected',
        problem,
        startedAt: someTime,
        finishedAt: minutesLater(2),
      });
      expect(await records.journal.result(answer.id)).toEqual({ kind: 'analysis' });
    });
  });

  describe('a received answer', () => {
    it.each([
      ['every byte', everyByte],
      ['a lone byte order mark', Uint8Array.of(0xff, 0xfe)],
      ['line ends of all kinds', Buffer.from('a\r\nb\rc\n\u2028')],
      ['a million bytes', Buffer.alloc(1_000_000, everyByte)],
    ])('is durable and the same byte for byte: %s', async (_name, bytes) => {
      const session = await put();
      const answer = anAnswer(session.id, bytes);
      await records.journal.receive(answer);
      const other = await open(folder);
      expect(Buffer.compare(await other.journal.answer(answer.id), bytes)).toBe(0);
      const kept = (await other.journal.attempts(session.id)).find(({ id }) => id === answer.id);
      expect(kept).toMatchObject({ outcome: 'received', size: bytes.length, finishedAt: null });
      await other.close();
    });

    it('keeps how it came', async () => {
      const session = await put();
      const given = {
        input: { method: 'file', name: 'a.md' },
        forced: true,
        appendedTo: newAttemptId(),
      } as const;
      await records.journal.receive(anAnswer(session.id, 'x', { step: 'complete', part: 2, ...given }));
      const attempts = await records.journal.attempts(session.id);
      expect(attempts.at(-1)).toMatchObject({ step: 'complete', part: 2, ...given, template: null });
    });

    it('is refused for a session that is not there', async () => {
      await expect(records.journal.receive(anAnswer(aSession().id, 'x'))).rejects.toThrow();
    });

    it('has no prompt, and a prompt is no answer', async () => {
      const session = await put();
      const answer = anAnswer(session.id, 'x');
      await records.journal.receive(answer);
      await expect(records.journal.prompt(answer.id)).rejects.toThrow('has no prompt');
      const [prompt] = await records.journal.attempts(session.id);
      await expect(records.journal.answer(prompt?.id ?? newAttemptId())).rejects.toThrow('has no answer');
    });
  });

  describe('attempts and history', () => {
    it('are numbered within their step when they come at once, without gap or clash', async () => {
      const session = await put();
      const answers = Array.from({ length: 6 }, (_, at) => anAnswer(session.id, `answer ${at}`));
      await Promise.all(answers.map((answer) => records.journal.receive(answer)));
      const attempts = await records.journal.attempts(session.id);
      const numbers = attempts.filter(({ step }) => step === 'process').map(({ number }) => number);
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
      const texts = await Promise.all(
        answers.map(async ({ id }) => Buffer.from(await records.journal.answer(id)).toString()),
      );
      expect(texts).toEqual(answers.map(({ answer }) => Buffer.from(answer).toString()));
    });

    it('keep the order in which they came, whatever their time says', async () => {
      let session = await put();
      await records.journal.receive(anAnswer(session.id, 'first', { at: minutesLater(9) }));
      await records.journal.receive(anAnswer(session.id, 'second', { step: 'complete', at: someTime }));
      const attempts = await records.journal.attempts(session.id);
      expect(attempts.map(({ step }) => step)).toEqual(['plan', 'process', 'complete']);
      for (const [at, kind] of (['step-done', 'undone'] as const).entries()) {
        const event = anEvent(session, { kind, at: minutesLater(-at), undoes: kind === 'undone' ? 2 : null });
        session = await records.journal.commit({ session, event });
      }
      const history = await records.journal.history(session.id);
      expect(history.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
        '1 created',
        '2 step-done',
        '3 undone',
      ]);
      expect(history[2]).toEqual({
        ...anEvent(session, { kind: 'undone', at: minutesLater(-1), undoes: 2 }),
        number: 3,
      });
    });

    it('are those of one session only', async () => {
      const [one, two] = [await put(), await put()];
      await records.journal.receive(anAnswer(one.id, 'x'));
      expect(await records.journal.attempts(two.id)).toHaveLength(1);
      expect((await records.journal.history(two.id)).map(({ sessionId }) => sessionId)).toEqual([two.id]);
    });
  });

  describe('lists and counts', () => {
    beforeEach(async () => {
      await put({
        title: 'b',
        createdAt: minutesLater(3),
        updatedAt: minutesLater(3),
        featureType: 'bugfix',
      });
      await put({ title: 'a', createdAt: minutesLater(1), updatedAt: minutesLater(4), state: cancelled });
      await put({ title: 'c', createdAt: minutesLater(2), updatedAt: minutesLater(5) });
      await put({ title: '!', createdAt: minutesLater(9), deletedAt: someTime, state: deleted });
    });

    const titles = async (filter: SessionFilter, order: SessionOrder = 'created', limit = 10) =>
      (await records.sessions.list(filter, order, { limit })).map(({ title }) => title).join('');

    it('have an order, a length, and no deleted sessions', async () => {
      expect(await titles({}, 'created')).toBe('bca');
      expect(await titles({}, 'updated')).toBe('cab');
      expect(await titles({}, 'title')).toBe('abc');
      expect(await titles({}, 'created', 2)).toBe('bc');
    });

    it.each(['created', 'updated', 'title'] as const)('come in pages, by %s', async (order) => {
      for (const title of ['a', 'a', 'b', 'ü', 'Z']) await put({ title, updatedAt: minutesLater(4) });
      const all = await records.sessions.list({}, order, { limit: 100 });
      const paged: SessionSummary[] = [];
      for (let last: SessionSummary | undefined; ; last = paged.at(-1)) {
        const page = await records.sessions.list({}, order, { limit: 3, after: last && endOf(last, order) });
        if (page.length === 0) break;
        paged.push(...page);
      }
      expect(paged).toEqual(all);
      expect(all).toHaveLength(8);
    });

    it('pass each filter, and all of them together', async () => {
      expect(await titles({ status: 'cancelled' })).toBe('a');
      expect(await titles({ featureType: 'bugfix' })).toBe('b');
      expect(await titles({ since: minutesLater(2) })).toBe('bc');
      expect(await titles({ status: 'planning', since: minutesLater(3) })).toBe('b');
      expect(numbersIn(await records.sessions.counts({}))).toEqual({ planning: 2, cancelled: 1 });
      expect(numbersIn(await records.sessions.counts({ featureType: 'bugfix' }))).toEqual({ planning: 1 });
    });

    it('keep one order where the times are the same', async () => {
      for (let time = 0; time < 4; time++) await put({ createdAt: minutesLater(20) });
      const ids = (await records.sessions.list({}, 'created', { limit: 4 })).map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted().toReversed());
    });

    it('say of each what a list shows', async () => {
      const [newest] = await records.sessions.list({}, 'updated', { limit: 1 });
      expect(newest).toEqual({
        id: newest?.id,
        title: 'c',
        status: 'planning',
        step: 'plan',
        project: null,
        featureType: null,
        complexity: null,
        timeEstimate: null,
        createdBy: 'ada',
        createdAt: minutesLater(2),
        updatedAt: minutesLater(5),
        movedBy: 'ada',
      });
      expect(await records.sessions.recentNames(1)).toEqual([{ id: newest?.id, title: newest?.title }]);
      expect(await records.sessions.beginningWith(newest?.id ?? '', 5)).toEqual([
        { id: newest?.id, title: 'c' },
      ]);
    });
  });

  describe('looking up', () => {
    it('finds by the whole id and by its beginning, two at most', async () => {
      for (const id of ['s11', 's12', 's13', 's2']) await put({ id: id as SessionId });
      const found = async (prefix: string) =>
        (await records.sessions.withIdPrefix(prefix)).map(({ id }) => id);
      expect(await found('s12')).toEqual(['s12']);
      expect(await found('s1')).toEqual(['s11', 's12']);
      expect(await found('s3')).toEqual([]);
      expect(await found('%')).toEqual([]);
      expect(await found('../s')).toEqual([]);
    });

    it('finds deleted sessions by id, not by title', async () => {
      const { id } = await put({ title: 'gone', deletedAt: someTime, state: deleted });
      await put({ title: 'here' });
      expect(await records.sessions.withIdPrefix(id)).toMatchObject([{ id, deletedAt: someTime }]);
      expect(await records.sessions.titled('gone')).toEqual([]);
      expect(await records.sessions.titled('here')).toMatchObject([{ title: 'here' }]);
    });
  });

  describe('purging', () => {
    it('removes what was deleted before a time, with all that belongs to it', async () => {
      const old = await put({ deletedAt: minutesLater(1), state: deleted });
      const fresh = await put({ deletedAt: minutesLater(2), state: deleted });
      const alive = await put();
      await records.journal.receive(anAnswer(old.id, 'x'));
      expect(await records.sessions.purgeDeletedBefore(minutesLater(2))).toBe(1);
      expect(await read(old.id)).toBeUndefined();
      expect(await records.journal.attempts(old.id)).toEqual([]);
      expect(await records.journal.history(old.id)).toEqual([]);
      expect(await read(fresh.id)).toBeDefined();
      expect(await records.journal.history(alive.id)).toHaveLength(1);
      expect(await records.sessions.purgeDeletedBefore(minutesLater(2))).toBe(0);
    });
  });

  describe('what is in use', () => {
    const nearest = (kind: 'session' | 'project') => records.activeChoices.nearest(['/shop', '/'], kind);

    it('is what was chosen last, until it is forgotten', async () => {
      expect(await nearest('session')).toBeNull();
      await records.activeChoices.choose('/shop', 'session', 's1', someTime);
      await records.activeChoices.choose('/shop', 'session', 's2', minutesLater(1));
      expect(await nearest('session')).toBe('s2');
      await records.activeChoices.forget('s1');
      expect(await nearest('session')).toBe('s2');
      await records.activeChoices.forget('s2');
      expect(await nearest('session')).toBeNull();
    });

    it('is kept apart for sessions and projects', async () => {
      await records.activeChoices.choose('/shop', 'session', 's1', someTime);
      expect(await nearest('project')).toBeNull();
    });
  });

  describe('a whole record', () => {
    /** With a prompt, an answer and another prompt. */
    async function putMoved(given: Partial<Session> = {}): Promise<SessionRecord> {
      const session = await put(given);
      const answer = anAnswer(session.id, everyByte);
      await records.journal.receive(answer);
      await records.journal.commit({
        session: { ...session, state: { ...initialState, parts: [] } },
        event: anEvent(session),
        issued: aPrompt(session.id),
        settled: { attempt: answer.id, outcome: 'accepted', result: { kind: 'analysis' }, problem: null },
      });
      return wholeRecord(records, session.id);
    }

    async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
      const all: Item[] = [];
      for await (const item of items) all.push(item);
      return all;
    }

    it('is what the journal has, text by text', async () => {
      const { session, ...record } = await putMoved();
      expect(await read(session.id)).toEqual(session);
      expect(record.requests).toEqual(await records.journal.requests(session.id));
      expect(record.history).toEqual(await records.journal.history(session.id));
      const attempts = await records.journal.attempts(session.id);
      expect(record.attempts.map(({ attempt }) => attempt)).toEqual(attempts);
      expect(await allOf(records.records.withTexts(attempts))).toEqual(record.attempts);
      const [planned, answered, issued] = record.attempts;
      for (const one of [planned, issued])
        expect(one).toMatchObject({
          prompt: await records.journal.prompt(one?.attempt.id ?? newAttemptId()),
          answer: null,
          result: null,
        });
      expect([...(answered?.answer ?? [])]).toEqual([...everyByte]);
      expect(answered).toMatchObject({ prompt: null, result: { kind: 'analysis' } });
    });

    it('is read and written with others, in the order that is asked for', async () => {
      const made = [
        await putMoved(),
        await putMoved({ title: 'b' }),
        await putMoved({ deletedAt: someTime }),
      ];
      const [first, ...rest] = made.map(({ session }) => session.id).reverse();
      const asked = [first ?? newSessionId(), newSessionId(), ...rest];
      expect(await allOf(records.records.whole(asked))).toEqual(made.toReversed());
      const others = await open(join(folder, 'others'));
      await others.records.putAll(made);
      expect(await allOf(others.records.whole(asked))).toEqual(made.toReversed());
      await others.records.putAll(made.slice(0, 1));
      expect(await allOf(others.records.whole(asked))).toEqual(made.toReversed());
      await others.close();
    });

    it('has an outline, which needs none of its texts', async () => {
      const record = await putMoved();
      const { id } = record.session;
      const outlines = await records.records.outlines([id, newSessionId()]);
      const { history, ...outline } = outlineOf(record);
      expect([...outlines.keys()]).toEqual([id]);
      expect(outlines.get(id)).toMatchObject(outline);
      expect(history).toMatchObject(outlines.get(id)?.history ?? []);
      expect(outlines.get(id)?.history).toHaveLength(history.length);
    });

    it('comes back the same from every other keeper', async () => {
      const record = await putMoved();
      const { session } = record;
      expect(record.attempts).toHaveLength(3);
      for (const [name, openOther] of keepers) {
        const other = await openOther(join(folder, 'other'));
        await other.records.putAll([record]);
        await other.records.putAll([record]);
        expect(await wholeRecord(other, session.id), name).toEqual(record);
        await other.close();
      }
    });
  });
});

/** Where a list in an order is behind a session. */
function endOf({ id, title, createdAt, updatedAt }: SessionSummary, order: SessionOrder) {
  const keys = { title, created: createdAt.toISOString(), updated: updatedAt.toISOString() };
  return [keys[order], id] as const;
}
