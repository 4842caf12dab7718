import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { modelsFrom } from '../registry.js';
import { readModelName } from '../spec/model-name.js';
import { ApiKey } from './api-key.js';
import { findKey } from './find-key.js';

function place({ env = {}, dotEnv = '', keys = '', mode = 0o600 } = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'cwd-'));
  const configFolder = mkdtempSync(join(tmpdir(), 'config-'));
  if (dotEnv !== '') writeFileSync(join(cwd, '.env'), dotEnv);
  const file = join(configFolder, 'keys.env');
  if (keys !== '') writeFileSync(file, keys);
  if (keys !== '') chmodSync(file, mode);
  return { env, cwd, configFolder };
}

describe('a key', () => {
  it('is taken from the environment, then from .env, then from the file of keys', () => {
    const all = { env: { A: 'one' }, dotEnv: 'A=two\nB=two', keys: 'A=three\nB=three\nC=three' };
    const found = (variable: string) => {
      const { key, place: where } = findKey([variable], place(all)) ?? { key: null, place: null };
      return [key?.reveal(), where];
    };
    expect(found('A')).toEqual(['one', 'environment']);
    expect(found('B')).toEqual(['two', '.env']);
    expect(found('C')).toEqual(['three', 'keys.env']);
    expect(found('D')).toEqual([undefined, null]);
  });

  it('is the first of several variables that is set, and an empty one is not', () => {
    const surroundings = place({ env: { A: ' ', B: 'b' } });
    expect(findKey(['A', 'B'], surroundings)).toMatchObject({ variable: 'B' });
  });

  it.skipIf(process.platform === 'win32')('is not read from a file that others may read', () => {
    for (const mode of [0o640, 0o604, 0o660])
      expect(() => findKey(['A'], place({ keys: 'A=secret', mode }))).toThrowError(
        expect.objectContaining({
          code: 'MODEL_KEY_FILE',
          remedy: expect.objectContaining({ next: expect.stringMatching(/^chmod 600 /) }),
        }),
      );
  });

  it('shows nothing of itself however it is printed', () => {
    const key = new ApiKey('sk-secret');
    expect(
      `${key} ${JSON.stringify({ key })} ${inspect({ key }, { showHidden: true, depth: 9 })}`,
    ).not.toContain('secret');
    expect(Object.values(key)).toEqual([]);
  });

  it('that is missing is named with its places and with the ways that need none', async () => {
    const surroundings = place();
    const open = modelsFrom(surroundings).open(readModelName('anthropic:claude-sonnet-4-5'));
    const error = await open.catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'MODEL_KEY_MISSING', variable: 'ANTHROPIC_API_KEY' });
    for (const word of [
      'ANTHROPIC_API_KEY',
      '.env',
      join(surroundings.configFolder, 'keys.env'),
      '--model fake',
      'by hand',
    ])
      expect(error.remedy.hint).toContain(word);
  });
});
