import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModelName } from '../spec/model-name.js';
import { PRICE_LIST } from './list-price.js';
import { priceOf } from './price-of.js';

const configFolder = mkdtempSync(join(tmpdir(), 'prices-'));
writeFileSync(
  join(configFolder, 'models.yaml'),
  `providers: {home: {kind: compatible, base_url: "http://h/v1"}}
prices: {"openai:gpt-5-nano": {input: 7, output: 8, cached_input: 1}}`,
);
const at = (name: string, day = '2026-06-01') =>
  priceOf(readModelName(name), new Date(day), { configFolder });

describe('the price of a model', () => {
  it('comes from the list, whichever interface the model is asked by', async () => {
    expect(await at('openai:gpt-5-mini')).toEqual({
      input: 0.25,
      output: 2,
      cachedInput: 0.025,
      cacheWrite: null,
      source: PRICE_LIST,
    });
    expect(await at('openai-chat:gpt-5-mini')).toEqual(await at('openai:gpt-5-mini'));
  });

  it('is the one of models.yaml when that names one', async () => {
    expect(await at('openai:gpt-5-nano')).toMatchObject({ input: 7, cachedInput: 1, source: 'models.yaml' });
  });

  it('is the one of its day, with what long input costs', async () => {
    expect((await at('google:gemini-2.5-pro'))?.tiers).toEqual([
      { above: 200_000, input: 2.5, output: 15, cachedInput: 0.25, cacheWrite: null },
    ]);
    expect((await at('anthropic:claude-sonnet-4-6', '2026-03-01'))?.tiers).toHaveLength(1);
    expect((await at('anthropic:claude-sonnet-4-6', '2026-04-01'))?.tiers).toBeUndefined();
  });

  it('is nothing for the fake and for what runs at home', async () => {
    expect(await at('fake:script.yaml')).toMatchObject({ input: 0, output: 0 });
    expect(await at('ollama:llama3')).toMatchObject({ input: 0, output: 0 });
  });

  it('is unknown for agents, for unknown models and for servers of one’s own', async () => {
    expect(await at('claude')).toBeNull();
    expect(await at('openai:no-such-model')).toBeNull();
    expect(await at('home:llama3')).toBeNull();
    await expect(at('opnai:gpt-5')).rejects.toMatchObject({ remedy: { hint: 'Did you mean "openai"?' } });
  });

  it('names the version of the list that is installed', () => {
    const entry = createRequire(import.meta.url).resolve('@pydantic/genai-prices');
    const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'));
    expect(PRICE_LIST).toBe(`genai-prices ${version}`);
  });
});
