import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelsFrom } from '../registry.js';
import { readModelName } from '../spec/model-name.js';
import type { ModelRequest } from '../spec/model-request.js';

const asking: ModelRequest = {
  messages: [{ role: 'user', text: 'Hello.' }],
  parameters: { providerOptions: { tone: 'calm' } },
  responseSchema: null,
  tools: [],
  agent: null,
};

const model = (version: string, finish: string) => `
  const model = (id) => ({
    specificationVersion: '${version}', provider: 'odd.chat', modelId: id, supportedUrls: {},
    doStream: async (options) => ({ stream: new ReadableStream({ start(c) {
      c.enqueue({ type: 'stream-start', warnings: [{ type: 'other', message: 'Half as loud' }] });
      c.enqueue({ type: 'text-delta', id: '0', delta: id + ' ' + JSON.stringify(options.providerOptions) + settings.apiKey });
      ${finish}
      c.close();
    } }) }),
  });`;
const v3 = model(
  'v3',
  `c.enqueue({ type: 'finish', finishReason: { unified: 'stop', raw: 'x' }, usage: {
     inputTokens: { total: 3 }, outputTokens: { total: 4 } } });`,
);
const v2 = model(
  'v2',
  `c.enqueue({ type: 'finish', finishReason: 'stop', usage: { inputTokens: 3, outputTokens: 4 } });`,
);

function open(body: string | null, exported = 'exports.createOdd') {
  const configFolder = mkdtempSync(join(tmpdir(), 'package-'));
  const folder = join(configFolder, 'node_modules', 'odd-provider');
  mkdirSync(folder, { recursive: true });
  if (body !== null) {
    writeFileSync(join(folder, 'package.json'), '{"name":"odd-provider","main":"index.cjs"}');
    writeFileSync(
      join(folder, 'index.cjs'),
      `${exported} = (settings) => { ${body} return { languageModel: model }; };`,
    );
  }
  writeFileSync(
    join(configFolder, 'models.yaml'),
    'providers: {odd: {kind: package, package: odd-provider, key_variable: ODD_KEY}}',
  );
  const surroundings = { env: { ODD_KEY: 'k1' }, cwd: configFolder, configFolder };
  return modelsFrom(surroundings).open(readModelName('odd:big'));
}

describe("a provider of somebody else's", () => {
  it.each([
    ['v3', v3],
    ['v2', v2],
  ])('answers through its package when its models are of the kind %s', async (_, body) => {
    const answer = await (await open(body)).call(asking, { signal: new AbortController().signal });
    expect(answer).toMatchObject({
      text: 'big {"odd":{"tone":"calm"}}k1',
      finishReason: 'stop',
      usage: { input: 3, output: 4, cachedInput: null },
      warnings: ['Half as loud.'],
    });
  });

  it('is truncated when its stream ends without an end', async () => {
    const call = (await open(model('v3', ''))).call(asking, { signal: new AbortController().signal });
    await expect(call).rejects.toMatchObject({
      details: { fault: 'truncated', partial: { finishReason: 'other' } },
    });
  });

  it('is missing until it is installed, and the command that installs it is told', async () => {
    await expect(open(null)).rejects.toMatchObject({
      code: 'MODEL_PROVIDER_MISSING',
      remedy: { next: expect.stringMatching(/^npm install --prefix \S+ odd-provider$/) },
    });
  });

  it('has to make its provider by a function that can be told', async () => {
    await expect(open(v3, 'exports.make')).rejects.toMatchObject({
      remedy: { hint: expect.stringContaining('make') },
    });
  });

  it('is refused when its models are of another kind', async () => {
    await expect(open(model('v9', ''))).rejects.toMatchObject({ code: 'MODEL_PROVIDER_MISSING' });
  });
});
