import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelsFrom } from './registry.js';
import { readModelName } from './spec/model-name.js';

const folder = mkdtempSync(join(tmpdir(), 'registry-'));
const models = modelsFrom({ env: {}, cwd: folder, configFolder: folder });
const open = (name: string) => models.open(readModelName(name));

describe('the models', () => {
  it('suggest the provider that was meant', async () => {
    await expect(open('antropic:claude')).rejects.toMatchObject({
      code: 'MODEL_UNKNOWN',
      remedy: { hint: 'Did you mean "anthropic"?' },
    });
    await expect(open('cladue')).rejects.toMatchObject({ remedy: { hint: 'Did you mean "claude"?' } });
  });

  it('name all providers when none is near', async () => {
    const error = await open('zzzzzzzzzzzz:x').catch((thrown) => thrown);
    for (const name of ['openai', 'ollama', 'fake', 'codex', 'exec'])
      expect(error.remedy.hint).toContain(name);
  });

  it('want the model of a provider that has many', async () => {
    await expect(open('openai')).rejects.toMatchObject({
      code: 'MODEL_UNKNOWN',
      message: '"openai" is a provider; which of its models is meant is not said.',
    });
  });

  it('are others at another address and with other headers, and tell no secret', async () => {
    const identityWith = async (file: string, env = {}) => {
      const configFolder = mkdtempSync(join(tmpdir(), 'identity-'));
      writeFileSync(join(configFolder, 'models.yaml'), file);
      const opener = modelsFrom({ env, cwd: folder, configFolder });
      return (await opener.open(readModelName('mine:m'))).identity;
    };
    const server = (address: string, headers = '') =>
      `providers: {mine: {kind: compatible, base_url: "${address}"${headers}}}`;
    const one = await identityWith(server('http://one/v1'));
    expect(one).toMatchObject({ address: 'http://one/v1', package: null });
    expect(await identityWith(server('http://one/v1'))).toEqual(one);
    expect(await identityWith(server('http://two/v1'))).not.toEqual(one);
    const routed = await identityWith(server('http://one/v1', ', headers: {x-route: planted-secret}'));
    expect(routed).not.toEqual(one);
    expect(JSON.stringify(routed)).not.toContain('planted-secret');
  });

  it('open agents and the fake beside the services', async () => {
    expect(await open('exec:true')).toMatchObject({ kind: 'agent' });
    expect(await open('fake')).toMatchObject({ kind: 'model', limits: { concurrency: 64 } });
    expect(await open('ollama:llama3')).toMatchObject({ kind: 'model', limits: { concurrency: 2 } });
  });
});
