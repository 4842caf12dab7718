import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/checksum.js';
import type { Store } from '../../src/store/store.js';
import { emptyStore } from '../fixtures/empty-store.js';
import { writeExecution } from '../fixtures/executions.js';
import { writePrompt } from '../fixtures/prompts.js';
import { anAnswer, aSession, creationOf, someTime } from '../fixtures/sessions.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const texts: readonly (readonly [what: string, text: string])[] = [
  ['Chinese, Japanese and Korean', '登录页面 ログインページ 로그인 페이지 𠮷野家'],
  ['emoji, also those of several characters', '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 ☕️'],
  ['combining marks, in either order', 'é e\u0301 q\u0307\u0323 q\u0323\u0307'],
  ['what is written from right to left', 'دخول المستخدم \u202eabc\u202c שלום'],
  ['NUL and other control characters', 'a\0b\0\0\u0001\u001a\u001b[31m\u007f\u0085'],
  ['half of a pair', 'a \ud800 b \udfff c \udc00\ud800'],
  ['line ends of every kind, and blanks at the end', 'a\r\nb\rc\nd\u2028e \t \n\n'],
  ['quotes and backslashes', `'" \\ \\' $1 \\u0000 {{ x }} %s ?`],
];

const MEGABYTE = 1 << 20;

describe('a text', () => {
  it.each(texts)('of %s comes back as it was', async (_, text) => {
    const session = aSession({ featureRequest: text, title: text });
    await store.journal.create(creationOf(session));
    expect(await store.sessions.withIdPrefix(session.id)).toEqual([session]);
    const prompt = await writePrompt(store.promptJournal, { description: text, text });
    const [found] = await store.prompts.withIds([prompt.id]);
    expect(found?.description).toBe(text);
    const newest = await store.promptVersions.newestVersions([prompt]);
    expect(newest.get(prompt.id)?.content.messages[0]?.text).toBe(text);
    const id = await writeExecution(
      store.executionJournal,
      { prompt: { version: null, reference: text } },
      { response: text },
    );
    expect(await store.executions.whole(id)).toMatchObject({ response: text, prompt: { reference: text } });
  });

  it('of 100 MB comes back as it was, as bytes and as characters', async () => {
    const bytes = Buffer.alloc(100 * MEGABYTE, 'Größe 日本 ☕ and a line of plain text\n');
    const session = aSession({ featureRequest: bytes.toString() });
    await store.journal.create(creationOf(session));
    const answer = anAnswer(session.id, bytes);
    await store.journal.receive(answer);
    expect(sha256(await store.journal.answer(answer.id))).toBe(sha256(bytes));
    const [read] = await store.sessions.withIdPrefix(session.id);
    expect(sha256(Buffer.from(read?.featureRequest ?? ''))).toBe(sha256(Buffer.from(session.featureRequest)));
  });
});
