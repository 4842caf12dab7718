import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anAnswer,
  anEvent,
  aProject,
  aPrompt,
  aSession,
  creationOf,
  someTime,
} from '../../../test/fixtures/sessions.js';
import { newAttemptId } from '../../base/ids.js';
import { openStore } from '../open-store.js';
import type { Store } from '../store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', { now: () => someTime });
});
afterEach(() => store.close());

describe('text in a column', () => {
  describe.each([
    ['NUL', 'a\0b\0'],
    ['lone surrogates', '\ud83d, \ude00 and \ude00\ud83d'],
    ['the escape character', '\u001a0000\u001a'],
    ['other scripts', '要件：パスワード再設定, إعادة التعيين'],
    ['emoji', '👩🏽‍💻 🏳️‍🌈'],
    ['quotes and percent signs', `'; drop table projects; -- "%_"`],
    ['line ends and marks', '\ufeffa\r\nb\u2028c\u00a0'],
  ])('comes back exactly: %s', (_, text) => {
    it('of a session', async () => {
      const session = aSession({
        title: text,
        featureRequest: text,
        featureType: text,
        complexity: text,
        timeEstimate: text,
        createdBy: text,
      });
      await store.journal.create(creationOf(session));
      expect(await store.sessions.withIdPrefix(session.id)).toEqual([session]);
      expect(await store.sessions.titled(text)).toEqual([session]);
      expect(await store.sessions.list({ featureType: text }, 'title', { limit: 1 })).toHaveLength(1);
    });

    it('of a project', async () => {
      const project = aProject({ name: text, root: text, description: text });
      await store.projects.insert(project);
      expect(await store.projects.named(text)).toEqual(project);
      expect(await store.projects.withRootAmong([text])).toEqual([project]);
    });

    it('of attempts and events', async () => {
      const session = aSession();
      await store.journal.create(creationOf(session));
      const messages = [{ role: 'user', text }] as const;
      const issued = aPrompt(session.id, {
        step: 'analyze',
        prompt: { messages, template: text, source: null },
      });
      const answer = anAnswer(session.id, 'x', { input: { method: 'file', name: text } });
      await store.journal.receive(answer);
      await store.journal.commit({
        session,
        issued,
        settled: {
          attempt: answer.id,
          outcome: 'rejected',
          result: null,
          problem: { code: text, message: text },
        },
        event: anEvent(session, { actor: text }),
      });
      expect(await store.journal.prompt(issued.id)).toEqual({ messages, template: text, source: null });
      const attempts = await store.journal.attempts(session.id);
      expect(attempts.find(({ id }) => id === answer.id)).toMatchObject({
        input: { name: text },
        problem: { code: text, message: text },
      });
      expect((await store.journal.history(session.id)).at(-1)?.actor).toBe(text);
    });

    it('of a choice', async () => {
      await store.activeChoices.choose(text, 'session', text, someTime);
      expect(await store.activeChoices.nearest([text], 'session')).toBe(text);
    });
  });
});

describe('a row', () => {
  it('is a plain object, with bytes as bytes', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    await store.journal.receive(anAnswer(session.id, Uint8Array.of(0, 0x1a, 0xff)));
    const rows = await store.database.selectFrom('orchestration_phases').selectAll().execute();
    expect(rows.map((row) => Object.getPrototypeOf(row))).toEqual([Object.prototype, Object.prototype]);
    expect(rows.map(({ answer }) => answer && [...answer])).toContainEqual([0, 0x1a, 0xff]);
  });
});

describe('statements', () => {
  it('are as many as anybody wants', async () => {
    for (let number = 0; number < 450; number++) {
      const { rows } = await sql<{ n: number }>`select ${sql.lit(number)} as n`.execute(store.database);
      expect(rows).toEqual([{ n: number }]);
    }
  });

  it('say what they changed', async () => {
    await store.projects.insert(aProject());
    const update = store.database.updateTable('projects').set({ description: 'x' });
    expect((await update.executeTakeFirst()).numUpdatedRows).toBe(1n);
    const nobody = update.where('id', '=', newAttemptId());
    expect((await nobody.executeTakeFirst()).numUpdatedRows).toBe(0n);
  });

  it('that are streamed give the same rows', async () => {
    await store.projects.insert(aProject({ name: 'a\0b' }));
    const names: string[] = [];
    for await (const { name } of store.database.selectFrom('projects').select('name').stream())
      names.push(name);
    expect(names).toEqual(['a\0b']);
  });
});

describe('a number in a column of real numbers', () => {
  it.each([
    1e-10,
    Number.EPSILON,
    1e-16,
    1e-20,
    -1e-20,
    2.2250738585072014e-308,
    5e-324,
    1.7976931348623157e308,
  ])('comes back exactly: %d', async (value) => {
    await sql`create table measured (value real)`.execute(store.database);
    await sql`insert into measured values (${value})`.execute(store.database);
    const { rows } = await sql<{ value: number; type: string }>`
        select value, typeof(value) as type from measured
      `.execute(store.database);
    expect(rows).toEqual([{ value, type: 'real' }]);
  });
});
