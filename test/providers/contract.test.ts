import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unknownUsage } from '../../src/models/spec/model-answer.js';
import { changed, DamagingProxy, intact } from './damaging-proxy.js';
import { openServed, patient, question, servedProviders, servedWays } from './provider-server.js';

const usage = {
  prompt_tokens: 11,
  completion_tokens: 7,
  input_tokens: 11,
  output_tokens: 7,
  promptTokenCount: 11,
  candidatesTokenCount: 7,
};
const tool = {
  name: 'look_up',
  description: 'Looks a word up.',
  inputSchema: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] },
};

let server: LLMock;
let proxy: DamagingProxy;
beforeAll(async () => {
  server = new LLMock({ port: 0, chunkSize: 4 });
  server.onMessage('greet', { content: 'Good day to you, whoever you are.', usage });
  server.onMessage('use', { toolCalls: [{ name: 'look_up', arguments: '{"word":"tree"}' }], usage });
  server.onMessage('object', { content: '{"answer":42}', usage });
  server.onMessage('short', { content: 'It breaks', finishReason: 'length', usage });
  server.onMessage('decline', { content: 'I', finishReason: 'content_filter', usage });
  await server.start();
  proxy = new DamagingProxy(server.url);
  await proxy.start();
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});
afterEach(() => {
  proxy.damage = intact;
});

describe.each(servedProviders)('$model', (provider) => {
  it('streams an answer whose bits are the whole', async () => {
    const bits: string[] = [];
    const model = await openServed(provider, server.url);
    const answer = await model.call(question('greet'), { ...patient(), onText: (bit) => bits.push(bit) });
    expect(answer.text).toBe('Good day to you, whoever you are.');
    expect(bits.length).toBeGreaterThan(1);
    expect(bits.join('')).toBe(answer.text);
    expect(answer.finishReason).toBe('stop');
  });

  it('ends at once when nobody wants it any more, and is told so', async () => {
    const model = await openServed(provider, server.url);
    const controller = new AbortController();
    const call = model.call(question('greet'), {
      signal: controller.signal,
      onText: () => controller.abort(),
    });
    await expect(call).rejects.toMatchObject({
      kind: 'interrupted',
      details: { fault: 'aborted', partial: { text: expect.stringMatching(/^Go/) } },
    });
  });

  it('ends at once when it is in one piece, of which nothing is kept', async () => {
    const controller = new AbortController();
    proxy.damage = () => controller.abort();
    const model = await openServed(provider, proxy.url);
    await expect(model.call(question('greet'), { signal: controller.signal })).rejects.toMatchObject({
      kind: 'interrupted',
      details: { fault: 'aborted', partial: null },
    });
  });

  it('is not asked at all by who has given up before', async () => {
    const model = await openServed(provider, server.url);
    const before = server.getRequests().length;
    await expect(model.call(question('greet'), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      details: { fault: 'aborted' },
    });
    expect(server.getRequests()).toHaveLength(before);
  });

  it('is asked for a stream once an answer in one piece did not come in time', async () => {
    const model = await openServed(provider, proxy.url, { times: { totalMs: 5000, idleMs: 60 } });
    proxy.damage = () => undefined;
    await expect(model.call(question('greet'), patient())).rejects.toMatchObject({
      details: { fault: 'timeout' },
    });
    let type = '';
    proxy.damage = (answer, response) => {
      type = answer.type;
      intact(answer, response);
    };
    expect((await model.call(question('greet'), patient())).text).toMatch(/^Good day/);
    expect(type).toContain('text/event-stream');
  });
});

describe.each(servedWays)('$model, asked $way', (provider) => {
  it('answers with the whole text', async () => {
    const model = await openServed(provider, server.url);
    const answer = await model.call(question('greet'), provider.watch());
    expect(answer).toMatchObject({ text: 'Good day to you, whoever you are.', finishReason: 'stop' });
  });

  it('is sent its parameters, its system prompt and fields of its own', async () => {
    const model = await openServed(provider, proxy.url);
    const parameters = { maxOutputTokens: 99, providerOptions: { service_tier: 'flex' } };
    await model.call(question('greet', { parameters }), provider.watch());
    expect(proxy.sent).toContain('Answer.');
    expect(proxy.sent).toMatch(/tokens"?:99/i);
    expect(proxy.sent).toContain('"service_tier":"flex"');
  });

  it('counts tokens as it is told them', async () => {
    const model = await openServed(provider, server.url);
    const answer = await model.call(question('greet'), provider.watch());
    expect(answer.usage).toMatchObject({ input: 11, output: 7, cacheWrite: null, reasoning: null });
    expect(answer.usage.cachedInput).toBeNull();
  });

  // Anthropic's SDK takes no answer without tokens.
  const isAlwaysCounted = provider.model.startsWith('anthropic:');
  it.skipIf(isAlwaysCounted)('does not know the tokens of which it is told nothing', async () => {
    proxy.damage = changed((body) => body.replaceAll(/"usage(Metadata)?":\{[^{}]*\}/g, '"usage$1":null'));
    const model = await openServed(provider, proxy.url);
    const { usage } = await model.call(question('greet'), provider.watch());
    expect(usage).toEqual(unknownUsage);
  });

  it('wishes for a tool with its input', async () => {
    const model = await openServed(provider, server.url);
    const answer = await model.call(question('use', { tools: [tool] }), provider.watch());
    expect(answer.finishReason).toBe('tool-calls');
    expect(answer.toolCalls).toEqual([{ id: expect.any(String), name: 'look_up', input: { word: 'tree' } }]);
  });

  it('is told what came of a tool, and answers', async () => {
    const call = { id: 'call_1', name: 'look_up', input: { word: 'tree' } };
    const model = await openServed(provider, proxy.url);
    const messages = [
      { role: 'user', text: 'use' },
      { role: 'assistant', text: '', toolCalls: [call] },
      { role: 'tool', results: [{ call, text: 'a tall plant', failed: false }] },
      { role: 'user', text: 'greet' },
    ] as const;
    const answer = await model.call(question('', { messages, tools: [tool] }), provider.watch());
    expect(answer.text).toMatch(/^Good day/);
    expect(proxy.sent).toContain('a tall plant');
  });

  it('is given images and text files', async () => {
    const image = { name: 'dot.png', mediaType: 'image/png', bytes: Buffer.from('iVBORw0KGgo=', 'base64') };
    const notes = { name: 'notes.txt', mediaType: 'text/plain', bytes: Buffer.from('trees are green') };
    const model = await openServed(provider, proxy.url);
    const messages = [{ role: 'user', text: 'greet', attachments: [image, notes] }] as const;
    await model.call(question('', { messages }), provider.watch());
    expect(proxy.sent).toContain('iVBORw0KGgo');
    expect(proxy.sent).toMatch(/notes\.txt.{1,12}trees are green/);
  });

  it('answers as a schema wants it', async () => {
    const schema = {
      type: 'object',
      properties: { answer: { type: 'number' } },
      required: ['answer'],
      additionalProperties: false,
    };
    const model = await openServed(provider, server.url);
    const answer = await model.call(question('object', { responseSchema: schema }), provider.watch());
    expect(JSON.parse(answer.text)).toEqual({ answer: 42 });
  });

  it('says that an answer met its limit, which is no fault', async () => {
    proxy.damage = changed(provider.mend?.length ?? ((body) => body));
    const model = await openServed(provider, proxy.url);
    const answer = await model.call(question('short'), provider.watch());
    expect(answer).toMatchObject({ text: 'It breaks', finishReason: 'length' });
  });

  it('ends in a refusal when the filter kept the answer back', async () => {
    proxy.damage = changed(provider.mend?.refusal ?? ((body) => body));
    const model = await openServed(provider, proxy.url);
    await expect(model.call(question('decline'), provider.watch())).rejects.toMatchObject({
      details: { fault: 'refused' },
    });
  });
});
