import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCall,
  anEnd,
  anEndedCall,
  anExecution,
  noCeilings,
  writeExecution,
} from '../../test/fixtures/executions.js';
import {
  anAnswer,
  anEvent,
  aPrompt,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../../test/fixtures/sessions.js';
import { sha256 } from '../base/checksum.js';
import { type ExecutionId, newExecutionId } from '../base/ids.js';
import { openStore } from './open-store.js';
import type { Store } from './store.js';

/** Shaped like a key, and none. */
const KEY = `AKIA${'IOSFODNN7EXAMPLE'}`;
const MARK = '[redacted: AWS access key]';
const WORD = 'hunter"2';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prompt-runner-'));
  store = await openStore(join(folder, 'store.db'), { now: () => someTime });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const redact = (execution: ExecutionId, texts: readonly string[] = []) =>
  store.executions.redact({
    subject: { kind: 'execution', id: execution },
    texts,
    actor: 'bob',
    at: minutesLater(9),
    note: 'leaked',
  });

/** Everything of an execution holds a key. */
async function leaky(): Promise<ExecutionId> {
  const bytes = Buffer.from(`a ${KEY}`);
  const execution = anExecution({
    cacheKey: 'k',
    messages: [
      { role: 'system', text: `sys ${KEY}` },
      {
        role: 'user',
        text: 'see',
        attachments: [
          { name: 'env', mediaType: 'text/plain', bytes },
          { name: 'png', mediaType: 'image/png', bytes: Buffer.concat([Uint8Array.of(255), bytes]) },
        ],
      },
    ],
  });
  const use = { round: 1, call: { id: 'c', name: 'read', input: { path: KEY } }, text: KEY, failed: false };
  await store.executionJournal.begin(execution, aCall(), noCeilings);
  const ended = anEndedCall({ message: `bad ${KEY}`, toolUses: [use] });
  const warnings = [KEY];
  const end = anEnd({
    response: `The key is ${KEY}, ${WORD}.`,
    reasoning: KEY,
    details: { a: KEY },
    warnings,
  });
  await store.executionJournal.finish(execution, ended, end);
  return execution.id;
}

describe('redacting an execution', () => {
  it('takes credentials and given texts out of all of it, and says when', async () => {
    const id = await leaky();
    const kinds = [
      { kind: 'AWS access key', places: 9 },
      { kind: 'given text', places: 1 },
    ];
    expect(await redact(id, [WORD])).toEqual({
      removed: 10,
      kinds,
      executions: [id],
      attempts: [],
      runs: [],
      rows: 0,
    });
    const whole = await store.executions.whole(id);
    expect(whole).toMatchObject({
      response: `The key is ${MARK}, [redacted].`,
      reasoning: MARK,
      details: { a: MARK },
      warnings: [MARK],
      toolUses: [{ call: { input: { path: MARK } }, text: MARK }],
      redactedAt: minutesLater(9),
    });
    expect(whole?.messages[0]).toEqual({ role: 'system', text: `sys ${MARK}` });
    expect(await store.executions.attempts(id)).toMatchObject([{ message: `bad ${MARK}` }]);
  });

  it('cleans files that are texts, and leaves others as they are', async () => {
    const id = await leaky();
    await redact(id);
    const rows = await store.database.selectFrom('execution_attachments').selectAll().execute();
    const [text, picture] = rows.sort((a, b) => a.position - b.position);
    const clean = Buffer.from(`a ${MARK}`);
    expect(text).toMatchObject({ checksum: sha256(clean), size: clean.length });
    expect(Buffer.from(text?.bytes ?? []).toString()).toBe(clean.toString());
    expect(picture?.bytes[0]).toBe(255);
    expect(Buffer.from(picture?.bytes ?? []).toString('latin1')).toContain(KEY);
  });

  it('is on record without what was removed, once', async () => {
    const id = await leaky();
    const { removed } = await redact(id, [WORD]);
    expect(await redact(id, [WORD])).toMatchObject({ removed: 0, kinds: [], executions: [], attempts: [] });
    const entries = await store.audit.list({ subjectKind: 'execution' }, { limit: 9 });
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      {
        action: 'execution.redacted',
        actor: 'bob',
        subject: { id },
        after: { removed, executions: [id], attempts: [] },
        note: 'leaked',
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/hunter|AKIA/);
  });

  it('makes search and cache forget it, and the answers that the cache gave again', async () => {
    const id = await leaky();
    const answer = await store.executionJournal.cached('k', someTime);
    const copy = anExecution({ cacheKey: 'k' });
    if (answer !== null) await store.executionJournal.answerFromCache(copy, answer);
    const found = (text: string) => store.executions.search({ text, filter: {}, limit: 9 });
    expect(await found(KEY)).toHaveLength(2);
    expect((await redact(copy.id)).executions).toEqual([id, copy.id]);
    expect(await found(KEY)).toEqual([]);
    expect(await found('redacted')).toHaveLength(2);
    expect(await store.executionJournal.cached('k', someTime)).toBeNull();
  });

  it('leaves nothing of it in the file', async () => {
    const id = await leaky();
    const other = await writeExecution(store.executionJournal, {}, { response: 'nothing to hide' });
    await store.executions.search({ text: 'key', filter: {}, limit: 9 });
    await store.executions.redact({
      subject: { kind: 'execution', id },
      texts: ['hunter', KEY],
      actor: 'bob',
      at: someTime,
      note: null,
    });
    await store.database.deleteFrom('execution_attachments').where('media_type', '=', 'image/png').execute();
    await store.close();
    const file = (await readFile(join(folder, 'store.db'))).toString('latin1').toLowerCase();
    expect(file).not.toContain(KEY.toLowerCase());
    expect(file).not.toContain('hunter');
    store = await openStore(join(folder, 'store.db'), { now: () => someTime });
    expect((await store.executions.whole(other))?.response).toBe('nothing to hide');
  });

  it('fails on one that is not there, and changes nothing', async () => {
    await leaky();
    await expect(redact(newExecutionId())).rejects.toThrow('no result');
    expect(await store.audit.list({}, { limit: 9 })).toEqual([]);
  });
});

describe('redacting an execution of a session', () => {
  it('cleans all its attempts, byte for byte but for what was removed', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    const bytes = Buffer.concat([Uint8Array.of(255, 254), Buffer.from(`é ${KEY} pässwört`)]);
    const answer = anAnswer(session.id, bytes);
    await store.journal.receive(answer);
    const issued = aPrompt(session.id, {
      step: 'analyze',
      prompt: { messages: [{ role: 'user', text: `Use "${KEY}".` }], template: 'x', source: null },
    });
    await store.journal.commit({
      session,
      issued,
      settled: {
        attempt: answer.id,
        outcome: 'rejected',
        result: { kind: 'analysis' },
        problem: { code: 'x', message: KEY },
      },
      event: anEvent(session),
    });
    const untouched = anAnswer(session.id, 'harmless');
    await store.journal.receive(untouched);
    const [pasted] = await store.executions.ofSession(session.id);
    const outcome = await redact(pasted?.id ?? newExecutionId(), ['pässwört']);
    expect(outcome).toMatchObject({ removed: 4, executions: [pasted?.id], attempts: [answer.id, issued.id] });
    const clean = Buffer.concat([Uint8Array.of(255, 254), Buffer.from(`é ${MARK} [redacted]`)]);
    expect(Buffer.from(await store.journal.answer(answer.id)).toString('hex')).toBe(clean.toString('hex'));
    expect((await store.journal.prompt(issued.id)).messages).toEqual([
      { role: 'user', text: `Use "${MARK}".` },
    ]);
    const attempts = await store.journal.attempts(session.id);
    expect(attempts.find(({ id }) => id === answer.id)).toMatchObject({
      checksum: sha256(clean),
      size: clean.length,
      problem: { code: 'x', message: MARK },
    });
    expect(await store.executions.search({ text: KEY, filter: {}, limit: 9 })).toEqual([]);
    expect(await store.executions.search({ text: 'harmless', filter: {}, limit: 9 })).toHaveLength(1);
  });

  it('cleans the other executions of the session, which were asked with its answer', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
    const first = await writeExecution(store.executionJournal, { place }, { response: KEY });
    const messages = [{ role: 'user', text: KEY }] as const;
    const second = await writeExecution(store.executionJournal, { place, messages });
    const elsewhere = await writeExecution(store.executionJournal, { messages });
    expect((await redact(first)).executions).toEqual([first, second]);
    expect(await store.executions.whole(second)).toMatchObject({
      messages: [{ text: MARK }],
      redactedAt: minutesLater(9),
    });
    expect(await store.executions.whole(elsewhere)).toMatchObject({ messages, redactedAt: null });
  });

  it('leaves the words of the program alone, so that all can be read afterwards', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    const answer = anAnswer(session.id, 'the analysis of the user');
    await store.journal.receive(answer);
    const settled = { attempt: answer.id, outcome: 'accepted', problem: null } as const;
    const result = { kind: 'analysis' } as const;
    await store.journal.commit({ session, settled: { ...settled, result }, event: anEvent(session) });
    const call = { id: 'user', name: 'user', input: { key: 'a user', user: 1 } };
    const place = { session: session.id, step: 'process', part: null, attempt: answer.id } as const;
    const id = await writeExecution(store.executionJournal, {
      place,
      messages: [
        { role: 'user', text: 'the user' },
        { role: 'assistant', text: '', toolCalls: [call] },
      ],
    });
    await redact(id, ['user', 'analysis']);
    expect(await store.journal.result(answer.id)).toEqual(result);
    expect(Buffer.from(await store.journal.answer(answer.id)).toString()).toBe(
      'the [redacted] of the [redacted]',
    );
    expect((await store.executions.whole(id))?.messages).toEqual([
      { role: 'user', text: 'the [redacted]' },
      { role: 'assistant', text: '', toolCalls: [{ ...call, input: { key: 'a [redacted]', user: 1 } }] },
    ]);
  });
});
