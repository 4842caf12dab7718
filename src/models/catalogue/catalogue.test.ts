import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listAgents, listPricedModels, listProviders } from './catalogue.js';

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
writeFileSync(
  join(folder, 'models.yaml'),
  `providers: {home: {kind: compatible, base_url: "http://h/v1", key_variable: HOME_KEY}}
prices: {"home:big": {input: 1, output: 2}}`,
);
const surroundings = { env: { GEMINI_API_KEY: 'abc' }, cwd: folder, configFolder: folder };

it('tells which provider has its key, and where', async () => {
  const entries = await listProviders(surroundings);
  const of = (name: string) => entries.find((entry) => entry.name === name);
  expect(of('google')).toMatchObject({ keyVariable: 'GEMINI_API_KEY', keyPlace: 'environment', ready: true });
  expect(of('openai')).toMatchObject({ keyVariable: 'OPENAI_API_KEY', keyPlace: null, ready: false });
  expect(of('fake')).toMatchObject({ keyVariable: null, ready: true });
  expect(of('home')).toMatchObject({ keyVariable: 'HOME_KEY', ready: false });
});

it('finds the programs of agents on the path', () => {
  writeFileSync(join(folder, 'codex'), '', { mode: 0o755 });
  const agents = listAgents({ PATH: folder });
  expect(agents.find(({ name }) => name === 'codex')?.program).toBe(join(folder, 'codex'));
  expect(agents.find(({ name }) => name === 'claude')?.program).toBeNull();
});

it('lists the models that have a price, those of models.yaml first', async () => {
  const models = await listPricedModels(surroundings);
  expect(models[0]).toMatchObject({ name: 'home:big', price: { input: 1, source: 'models.yaml' } });
  expect(models.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['openai:gpt-5-mini', 'openai-chat:gpt-5-mini']),
  );
  expect(models.every(({ price }) => price.input >= 0 && price.output >= 0)).toBe(true);
});
