import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModelsFile } from './read-models-file.js';

function folderWith(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'models-file-'));
  writeFileSync(join(folder, 'models.yaml'), text);
  return folder;
}

describe('models.yaml', () => {
  it('says nothing when it is not there, or empty', async () => {
    for (const folder of [mkdtempSync(join(tmpdir(), 'models-file-')), folderWith('# nothing yet\n')])
      expect(await readModelsFile(folder)).toMatchObject({ providers: new Map(), prices: new Map() });
  });

  it('is read again as soon as it says something else', async () => {
    const folder = folderWith('providers: {openai: {concurrency: 1}}');
    const first = await readModelsFile(folder);
    expect(await readModelsFile(folder)).toBe(first);
    writeFileSync(join(folder, 'models.yaml'), 'providers: {openai: {concurrency: 2}}');
    expect((await readModelsFile(folder)).providers.get('openai')?.concurrency).toBe(2);
  });

  it('sets providers up, and prices', async () => {
    const { providers, prices } = await readModelsFile(
      folderWith(`
providers:
  openai: {concurrency: 50, requests_per_minute: 600, timeout_seconds: 30}
  home: {kind: compatible, base_url: "https://home.example/v1/", key_variable: HOME_KEY, headers: {x-team: a}}
  mistral: {kind: package, package: "@ai-sdk/mistral", factory: createMistral}
prices:
  home:llama: {input: 0.5, output: 1, cached_input: 0.1, cache_write: 0.6}
`),
    );
    expect(providers.get('openai')).toMatchObject({
      kind: null,
      concurrency: 50,
      requestsPerMinute: 600,
      timeoutMs: 30_000,
    });
    expect(providers.get('home')).toMatchObject({
      kind: 'compatible',
      address: 'https://home.example/v1',
      keyVariable: 'HOME_KEY',
      headers: { 'x-team': 'a' },
    });
    expect(providers.get('mistral')?.package).toEqual({ name: '@ai-sdk/mistral', factory: 'createMistral' });
    expect(prices.get('home:llama')).toEqual({
      input: 0.5,
      output: 1,
      cachedInput: 0.1,
      cacheWrite: 0.6,
      source: 'models.yaml',
    });
  });

  it.each([
    ['provider: {}', 'line 1: there is no key "provider" here. Did you mean "providers"?'],
    ['providers:\n  home: {kind: compatible}', 'line 2: "home" lacks "base_url"'],
    ['providers:\n  home:\n    base_url: http://h', 'lacks "kind"'],
    ['providers:\n  openai: {kind: compatible, base_url: "http://h"}', 'comes with the program'],
    ['providers:\n  claude: {concurrency: 1}', 'is an agent'],
    ['providers:\n  openai:\n    concurrency: 0', 'line 3: "concurrency" is to be a number of at least 1'],
    ['providers:\n  openai:\n    concurrency: 1.5', 'is to be a whole number'],
    ['providers:\n  openai:\n    concurrency: many', 'line 3: "concurrency" is to be a number'],
    ['providers:\n  openai: {base_url: "file:///etc"}', 'begins with http://'],
    ['providers:\n  openai: {base_url: "http://me:pw@h"}', 'holds a password'],
    ['providers:\n  p: {kind: package, package: "../evil"}', 'is no name of an npm package'],
    ['providers:\n  p: {kind: package}', 'lacks "package"'],
    ['providers: [a]', '"providers" is to be a mapping'],
    ['prices: {gpt: {input: 1, output: 1}}', 'is to be a whole name'],
    ['prices: {"a:b": {input: 1}}', 'lacks "input" or "output"'],
    ['prices: {"a:b": {input: -1, output: 1}}', '"input" is to be a number of at least 0'],
    ['a: 1\na: 2', 'line 2: its YAML says a key twice: a'],
  ])('is refused when it says %j', async (text, words) => {
    await expect(readModelsFile(folderWith(text))).rejects.toMatchObject({
      code: 'MODELS_FILE_INVALID',
      message: expect.stringContaining(words),
    });
  });

  it('is told to be unreadable when a folder stands in its place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'models-file-'));
    mkdirSync(join(folder, 'models.yaml'));
    await expect(readModelsFile(folder)).rejects.toMatchObject({ code: 'MODELS_FILE_INVALID' });
  });
});
