import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultClasses, ModelCallError } from '../spec/model-fault.js';
import { readModelName } from '../spec/model-name.js';
import type { ModelRequest } from '../spec/model-request.js';
import { openFake } from './open-fake.js';

const cwd = mkdtempSync(join(tmpdir(), 'fake-'));
let scripts = 0;

function script(text: string) {
  const name = `script-${++scripts}.yaml`;
  writeFileSync(join(cwd, name), text);
  return openFake(readModelName(`fake:${name}`), { cwd });
}

function asking(text: string): ModelRequest {
  const messages = [{ role: 'user', text }] as const;
  return { messages, parameters: {}, responseSchema: null, tools: [], agent: null };
}

const patient = () => ({ signal: new AbortController().signal });

describe('the fake', () => {
  it('repeats the last message of the user when it has no script', async () => {
    const fake = await openFake(readModelName('fake'), { cwd });
    expect((await fake.call(asking('Say this.'), patient())).text).toBe('Say this.');
  });

  it('answers by the first rule that fits', async () => {
    const fake = await script(`rules:
  - {when: {contains: blue}, answer: B}
  - {when: {matches: "^(red|green)$"}, answer: RG}
  - {when: {call: 3}, answer: third}
  - {answer: other}`);
    const answers = [];
    for (const text of ['green', 'a blue one', 'none', 'none'])
      answers.push((await fake.call(asking(text), patient())).text);
    expect(answers).toEqual(['RG', 'B', 'third', 'other']);
  });

  it('says one thing after the other, and the last for good', async () => {
    const fake = await script('rules: [{answer: a, then: [{answer: b}, {answer: c}]}]');
    const answers = [];
    for (let call = 0; call < 4; call++) answers.push((await fake.call(asking('x'), patient())).text);
    expect(answers).toEqual(['a', 'b', 'c', 'c']);
  });

  it('gives usage, reasoning, tools and a finish as its script says', async () => {
    const fake = await script(`rules:
  - reasoning: hm
    tool_calls: [{name: read, input: {path: a.ts}}]
    usage: {input: 10, cached_input: 4, output: 2}`);
    expect(await fake.call(asking('x'), patient())).toMatchObject({
      text: '',
      reasoning: 'hm',
      finishReason: 'tool-calls',
      toolCalls: [{ id: 'call-1', name: 'read', input: { path: 'a.ts' } }],
      usage: { input: 10, cachedInput: 4, cacheWrite: null, output: 2, reasoning: null },
    });
  });

  it('takes an answer from a file beside its script, and streams it without cutting a character', async () => {
    writeFileSync(join(cwd, 'answer.md'), 'a😀b');
    const fake = await script('rules: [{file: answer.md, chunk: 1}]');
    const bits: string[] = [];
    await fake.call(asking('x'), { ...patient(), onText: (bit) => bits.push(bit) });
    expect(bits).toEqual(['a', '😀', 'b']);
  });

  it.each(faultClasses)('plays %s, with what had come by then', async (fault) => {
    const fake = await script(`rules: [{fault: ${fault}, status: 429, retry_after_ms: 1500, answer: half}]`);
    const error = await fake.call(asking('x'), patient()).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ModelCallError);
    expect(error.details).toMatchObject({
      fault,
      status: 429,
      retryAfterMs: 1500,
      partial: { text: 'half' },
    });
  });

  it('ends when nobody wants the answer any more, and keeps what it said', async () => {
    const fake = await script('rules: [{answer: abcdef, chunk: 2, pause_ms: 60000}]');
    const controller = new AbortController();
    const call = fake.call(asking('x'), { signal: controller.signal, onText: () => controller.abort() });
    await expect(call).rejects.toMatchObject({ details: { fault: 'aborted', partial: { text: 'ab' } } });
  });

  it('is out of time as a model behind an interface is', async () => {
    const name = `script-${++scripts}.yaml`;
    writeFileSync(join(cwd, name), 'rules: [{answer: abcd, chunk: 2, pause_ms: 60000}]');
    const fake = await openFake(readModelName(`fake:${name}`), {
      cwd,
      times: { totalMs: 60_000, idleMs: 20 },
    });
    await expect(fake.call(asking('x'), patient())).rejects.toMatchObject({
      details: { fault: 'timeout', partial: { text: 'ab' } },
    });
  });

  it('is another one with another script, and with another answer in a file beside it', async () => {
    const texts = ['rules: [{when: {matches: a}, answer: x}]', 'rules: [{when: {matches: b}, answer: x}]'];
    writeFileSync(join(cwd, 'beside.md'), 'one');
    const fakes = [await script(texts[0] ?? ''), await script(texts[1] ?? '')];
    fakes.push(await script('rules: [{file: beside.md}]'));
    writeFileSync(join(cwd, 'beside.md'), 'two');
    fakes.push(await script('rules: [{file: beside.md}]'));
    expect(new Set(fakes.map(({ identity }) => identity.script)).size).toBe(4);
    expect((await script(texts[0] ?? '')).identity).toEqual(fakes[0]?.identity);
  });

  it('takes tools unless its script says otherwise', async () => {
    expect((await script('rules: [{answer: a}]')).abilities.tools).toBe(true);
    expect((await script('tools: false\nrules: [{answer: a}]')).abilities.tools).toBe(false);
  });

  it('refuses a request that no rule fits', async () => {
    const fake = await script('rules: [{when: {contains: never}, answer: a}]');
    await expect(fake.call(asking('x'), patient())).rejects.toMatchObject({
      details: { fault: 'bad-request' },
    });
  });

  it.each([
    ['rules:\n  - {answr: a}', 'line 2: there is no key "answr" here. Did you mean "answer"?'],
    ['rules: [{fault: nope}]', 'line 1: "fault" is to be one of'],
    ['rules: [{answer: 3}]', 'line 1: "answer" is to be a text.'],
    ['rules: [{status: 429}]', 'needs a "fault"'],
    ['rules: [{when: {matches: "("}}]', 'is no regular expression'],
    ['rules: [{file: absent.md}]', '"file" cannot be read'],
    ['{}', 'there are no "rules" in it'],
    ['rules: [', 'its YAML is not right'],
  ])('refuses the script %j and says where and why', async (text, words) => {
    await expect(script(text)).rejects.toMatchObject({
      code: 'FAKE_SCRIPT_INVALID',
      message: expect.stringContaining(words),
    });
  });
});
