import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfigFile } from './config-file.js';
import { removeSetting, writeSetting } from './edit-config-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-edit-'));
  file = join(folder, 'config.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = () => readFileSync(file, 'utf8');

describe('writing a setting', () => {
  it('makes the file and its folder', async () => {
    file = join(folder, 'new', 'config.yaml');
    await writeSetting(file, 'request.max_bytes', 5);
    expect(text()).toBe('request:\n  max_bytes: 5\n');
  });

  it('keeps comments, the order and what it does not know', async () => {
    writeFileSync(file, '# mine\n\nzebra: [1, 2]\nactor: ada # me\n# sizes\nrequest: {max_bytes: 5}\n');
    await writeSetting(file, 'actor', 'bob');
    await writeSetting(file, 'request.max_bytes', 6);
    await writeSetting(file, 'answer.max_bytes', 7);
    expect(text()).toBe(
      '# mine\n\nzebra: [1, 2]\nactor: bob # me\n# sizes\nrequest: {max_bytes: 6}\nanswer:\n  max_bytes: 7\n',
    );
  });

  it.each([
    ['a dotted key', 'request.max_bytes: 5\n', 'request.max_bytes: 9\n'],
    [
      'the last of two, which is in force',
      'request.max_bytes: 5\nrequest: {max_bytes: 6}\n',
      /max_bytes: 9\}/,
    ],
    ['an empty group', 'request:\n', 'request:\n  max_bytes: 9\n'],
    ['an empty mapping', '{}\n', 'request:\n  max_bytes: 9\n'],
    ['comments alone', '# nothing yet\n', '# nothing yet\n\nrequest:\n  max_bytes: 9\n'],
  ])('finds %s', async (_, before, after) => {
    writeFileSync(file, before);
    await writeSetting(file, 'request.max_bytes', 9);
    expect(text()).toMatch(after);
    expect((await readConfigFile(file)).get('request.max_bytes')).toBe(9);
  });

  it.each(['a: b', '# no', 'null', 'true', '12', '- x', '{', "it's", ' spaced ', 'line\nbreak'])(
    'reads back the text %j',
    async (value) => {
      await writeSetting(file, 'actor', value);
      expect((await readConfigFile(file)).get('actor')).toBe(value);
    },
  );

  it.each<[string, string, readonly string[], string]>([
    ['a new one', '', ['a', 'b'], 'prompt:\n  protected_labels: [a, b]\n'],
    ['an empty one', '', [], 'prompt:\n  protected_labels: []\n'],
    [
      'a list of lines',
      'prompt:\n  protected_labels:\n    # live\n    - a # first\n    - b\n',
      ['a', 'c'],
      'prompt:\n  protected_labels:\n    # live\n    - a # first\n    - c\n',
    ],
    [
      'words in a text',
      'prompt.protected_labels: a # ours\n',
      ['b'],
      'prompt.protected_labels: [b] # ours\n',
    ],
    ['nothing, quoted where needed', '', ['null', '1'], 'prompt:\n  protected_labels: ["null", "1"]\n'],
  ])('writes a list in place of %s', async (_, before, words, after) => {
    writeFileSync(file, before);
    await writeSetting(file, 'prompt.protected_labels', words);
    expect(text()).toBe(after);
    expect((await readConfigFile(file)).get('prompt.protected_labels')).toEqual(words);
  });

  it.each([
    ['cache:\n  max_age_days: 7 # a week\n', 'cache.max_age_days: 7 # a week\ncache: store\n'],
    ['actor: ada\ncache: {max_age_days: 7}\n', 'actor: ada\ncache.max_age_days: 7\ncache: store\n'],
  ])('writes a value where a group stands, and keeps what is in it: %j', async (before, after) => {
    writeFileSync(file, before);
    await writeSetting(file, 'cache', 'store');
    expect(text()).toBe(after);
    expect((await readConfigFile(file)).get('cache.max_age_days')).toBe(7);
    await writeSetting(file, 'cache.max_age_days', 8);
    expect((await readConfigFile(file)).get('cache.max_age_days')).toBe(8);
    await writeSetting(file, 'cache', 'redis://host');
    expect((await readConfigFile(file)).get('cache')).toBe('redis://host');
  });

  it('writes a key beside the value that stands where its group would be', async () => {
    writeFileSync(file, 'cache: store\n');
    await writeSetting(file, 'cache.max_age_days', 7);
    expect(text()).toBe('cache: store\ncache.max_age_days: 7\n');
  });

  it('writes yes and no', async () => {
    await writeSetting(file, 'templates.stored', false);
    expect(text()).toBe('templates:\n  stored: false\n');
    await writeSetting(file, 'templates.stored', true);
    expect((await readConfigFile(file)).get('templates.stored')).toBe(true);
  });

  it.each([
    ['broken YAML', 'actor: [ada\n'],
    ['a list', '- actor\n'],
    ['a value where the group would be', 'request: 5\n'],
  ])('refuses %s, and leaves it as it is', async (_, before) => {
    writeFileSync(file, before);
    await expect(writeSetting(file, 'request.max_bytes', 9)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
    expect(text()).toBe(before);
  });

  it('writes the file behind a link', async () => {
    const real = join(folder, 'dotfiles.yaml');
    writeFileSync(real, 'actor: ada\n');
    symlinkSync(real, file);
    await writeSetting(file, 'actor', 'bob');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toBe('actor: bob\n');
  });
});

describe('removing a setting', () => {
  it('takes out every form of it, and the group that is empty then', async () => {
    writeFileSync(file, '# top\n\n# its own\nrequest.max_bytes: 5\nrequest:\n  max_bytes: 6\nactor: ada\n');
    expect(await removeSetting(file, 'request.max_bytes')).toBe(true);
    expect(text()).toBe('# top\n\n# its own\nactor: ada\n');
  });

  it.each([
    ['actor: ada\n', ''],
    ['# mine\n\n# me\nactor: ada\n', '# mine\n\n# me\n'],
    ['# mine\n\nactor: ada\n# the end\n', '# mine\n\n# the end\n'],
  ])('leaves of %j nothing but comments', async (before, after) => {
    writeFileSync(file, before);
    await removeSetting(file, 'actor');
    expect(text()).toBe(after);
  });

  it('takes out a value, and no group of its name', async () => {
    writeFileSync(file, 'cache:\n  max_age_days: 7\n');
    expect(await removeSetting(file, 'cache')).toBe(false);
    expect(text()).toBe('cache:\n  max_age_days: 7\n');
    await writeSetting(file, 'cache', 'store');
    expect(await removeSetting(file, 'cache')).toBe(true);
    expect(text()).toBe('cache.max_age_days: 7\n');
  });

  it('says when there was nothing', async () => {
    expect(await removeSetting(file, 'actor')).toBe(false);
    writeFileSync(file, 'store: a.db\n');
    expect(await removeSetting(file, 'actor')).toBe(false);
    expect(text()).toBe('store: a.db\n');
  });
});
