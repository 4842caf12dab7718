import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userConfigFile } from '../../src/config/paths.js';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  mkdirSync(join(bench.work, '.git'));
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);
const userFile = () => userConfigFile({ HOME: bench.folder });
const projectFile = () => join(bench.work, '.prompt-runner.yaml');

function writeUserFile(text: string): void {
  mkdirSync(dirname(userFile()), { recursive: true });
  writeFileSync(userFile(), text);
}

/** An editor that puts a text into the file that it is given. */
function editorWriting(text: string): Record<string, string> {
  const script = join(bench.folder, 'editor.sh');
  writeFileSync(script, `#!/bin/sh\ncat > "$1" <<'END'\n${text}\nEND\n`);
  chmodSync(script, 0o755);
  return { VISUAL: script };
}

describe('config list', () => {
  it('shows value and origin of every setting', async () => {
    writeUserFile('prompt: {warn_tokens: 10}\n');
    writeFileSync(projectFile(), 'answer.max_bytes: 20\n');
    const { out, code } = await run('config list');
    expect(code).toBe(0);
    expect(out).toMatch(/^actor +tester +\$PROMPT_RUNNER_ACTOR$/m);
    expect(out).toMatch(/^prompt\.warn_tokens +10 +user file$/m);
    expect(out).toMatch(/^answer\.max_bytes +20 +project file$/m);
    expect(out).toMatch(/^request\.max_bytes +262144 +default$/m);
    expect((await run('config list --db other.db')).out).toMatch(/other\.db +command line$/m);
  });

  it('shows no password', async () => {
    const env = { PROMPT_RUNNER_DB: 'postgres://ada:secret@host/db' };
    const { out } = await run('config list --json', { env });
    expect(out).toContain('postgres://…@host/db');
    expect(out).not.toContain('secret');
  });

  it('lets no control sequence through that a file holds', async () => {
    writeFileSync(projectFile(), '"\\e]0;title\\aactr": ada\nactor: "\\e[31mred"\n');
    for (const words of [['config', 'list'], ['config', 'get', 'actor'], ['doctor'], ['project', 'list']]) {
      const { out, err } = await bench.run(words, { terminal: true, env: { PROMPT_RUNNER_ACTOR: '' } });
      expect(out + err).not.toContain('\u001b');
    }
  });

  it('is what helps where a file is broken', async () => {
    writeUserFile('actor: [ada\n');
    expect((await run('project list')).err).toMatch(/^Next: prompt-runner config edit$/m);
    writeUserFile('answer.max_bytes: many\n');
    expect((await run('project list')).err).toMatch(/^Next: prompt-runner config edit$/m);
    writeUserFile('');
    writeFileSync(projectFile(), '- a list\n');
    expect((await run('project list')).err).toMatch(/^Next: prompt-runner config edit --in project$/m);
  });

  it('works when a file is broken, and when a value makes no sense', async () => {
    writeUserFile('actor: [ada\n');
    writeFileSync(projectFile(), 'request: {max_bytes: many}\nactr: ada\n');
    const { code, out, err } = await run('config list');
    expect(code).toBe(0);
    expect(out).toContain('has to be a whole number above 0');
    expect(err).toContain(`${userFile()} cannot be read`);
    expect(err).toContain('Unknown setting "actr"');
    expect((await run('orchestrate list-sessions')).code).toBe(2);
  });
});

describe('config get', () => {
  it('prints the value alone on standard output', async () => {
    const result = await run('config get actor');
    expect(result).toMatchObject({ code: 0, out: 'tester\n', err: 'from $PROMPT_RUNNER_ACTOR\n' });
    expect((await run('config get actor --json')).json()).toMatchObject({
      setting: { value: 'tester', origin: { from: 'environment', where: 'PROMPT_RUNNER_ACTOR' } },
    });
  });

  it('suggests the nearest key', async () => {
    const { code, err } = await run('config get promt.warn_tokens');
    expect(code).toBe(3);
    expect(err).toContain('Did you mean "prompt.warn_tokens"?');
    expect((await run('config get colour')).err).toContain('There are: store, actor');
  });

  it('fails for a value that makes no sense, but not for another one', async () => {
    writeFileSync(projectFile(), 'request: {max_bytes: many}\n');
    expect((await run('config get request.max_bytes')).code).toBe(2);
    const other = await run('config get actor');
    expect(other).toMatchObject({ code: 0, out: 'tester\n' });
    expect(other.err).toContain('Warning: request.max_bytes');
  });
});

describe('config set', () => {
  it('writes the own file, or the one that the project shares', async () => {
    expect((await run('config set request.max_bytes 1000')).code).toBe(0);
    expect(readFileSync(userFile(), 'utf8')).toBe('request:\n  max_bytes: 1000\n');
    const shared = await run('config set request.max_bytes 2000 --in project', {
      cwd: join(bench.work, '.git'),
    });
    expect(shared.code).toBe(0);
    expect(readFileSync(projectFile(), 'utf8')).toBe('request:\n  max_bytes: 2000\n');
    expect((await run('config get request.max_bytes')).out).toBe('2000\n');
  });

  it('takes lists of words and yes or no, and shows them as it takes them', async () => {
    expect((await run('config get prompt.protected_labels')).out).toBe('production\n');
    await run('config set prompt.protected_labels live,staging');
    await run('config set templates.stored false');
    expect(readFileSync(userFile(), 'utf8')).toBe(
      'prompt:\n  protected_labels: [live, staging]\ntemplates:\n  stored: false\n',
    );
    const { out } = await run('config list');
    expect(out).toMatch(/^prompt\.protected_labels +live, staging +user file$/m);
    expect(out).toMatch(/^templates\.stored +false +user file$/m);
    const shown = (await run('config get prompt.protected_labels')).out.trim();
    await bench.run(['config', 'set', 'prompt.protected_labels', shown]);
    expect((await run('config get prompt.protected_labels --json')).json()).toMatchObject({
      setting: { value: ['live', 'staging'] },
    });
    const none = await run('config set prompt.protected_labels none');
    expect(none.out).toContain('prompt.protected_labels  none (user file)');
    expect((await run('config set templates.stored maybe')).err).toContain('has to be true or false');
  });

  it('says when something stronger decides', async () => {
    const { out } = await run('config set actor ada');
    expect(out).toContain('The $PROMPT_RUNNER_ACTOR is stronger than this file.');
    expect((await run('config set actor ada --json')).json()).toMatchObject({ overridden: true });
  });

  it.each([
    ['config set request.max_bytes none', 2, 'has to be a whole number above 0, not "none"'],
    ['config set stor a.db', 3, 'Did you mean "store"?'],
    ['config set store a.db --in home', 2, '--in takes one of user, project'],
    ['config set store', 2, 'needs VALUE'],
  ])('%s writes nothing', async (line, code, says) => {
    const result = await run(line);
    expect(result.code).toBe(code);
    expect(result.err).toContain(says);
    expect(existsSync(userFile())).toBe(false);
  });

  it('takes a path from the working folder, whichever file it is written to', async () => {
    const inner = join(bench.work, 'inner');
    mkdirSync(inner);
    const env = { PROMPT_RUNNER_DB: '' };
    await run('config set store data.db', { cwd: inner, env });
    expect((await run('config get store', { env })).out).toBe(`${join(inner, 'data.db')}\n`);
    await run('config set store data.db --in project', { cwd: inner, env });
    expect(readFileSync(projectFile(), 'utf8')).toBe(`store: ${join('inner', 'data.db')}\n`);
    expect((await run('config get store', { env })).out).toBe(`${join(inner, 'data.db')}\n`);
  });

  it('mends a value that makes no sense, and leaves a broken file alone', async () => {
    writeUserFile('request: {max_bytes: many}\n');
    expect((await run('config set request.max_bytes 5')).code).toBe(0);
    writeUserFile('actor: [ada\n');
    const refused = await run('config set request.max_bytes 5');
    expect(refused.code).toBe(2);
    expect(readFileSync(userFile(), 'utf8')).toBe('actor: [ada\n');
  });

  it('says why a file cannot be written', async () => {
    writeFileSync(join(bench.folder, '.config'), 'a file where a folder should be');
    const { code, err } = await run('config set actor ada');
    expect(code).toBe(1);
    expect(err).toContain('could not be written');
  });
});

describe('config unset', () => {
  it('takes the value back', async () => {
    await run('config set prompt.warn_tokens 10');
    const { code, out } = await run('config unset prompt.warn_tokens');
    expect(code).toBe(0);
    expect(out).toContain('60000 (default)');
  });

  it('is told from where a value comes that the file does not have', async () => {
    await run('config set prompt.warn_tokens 10 --in project');
    const { code, err } = await run('config unset prompt.warn_tokens');
    expect(code).toBe(3);
    expect(err).toContain(projectFile());
    expect(err).toContain('Next: prompt-runner config unset prompt.warn_tokens --in project');
  });
});

describe('config path', () => {
  it('names both files, there or not', async () => {
    writeUserFile('');
    expect((await run('config path --json')).json()).toEqual({
      user: { path: userFile(), exists: true },
      project: { path: projectFile(), exists: false },
    });
  });
});

describe('config edit', () => {
  it('begins a new file with every setting, and keeps what was written', async () => {
    const result = await run('config edit', { env: editorWriting('actor: ada') });
    expect(result.code, result.err).toBe(0);
    expect(readFileSync(userFile(), 'utf8')).toBe('actor: ada\n');
    expect(result.out).toContain('is changed and in order');
  });

  it('begins with defaults that mean the same without their #', async () => {
    const script = join(bench.folder, 'uncomment.sh');
    writeFileSync(script, '#!/bin/sh\nsed -i.old "s/^# \\([a-z.]*[._][a-z_]*: \\)/\\1/" "$1"\n');
    chmodSync(script, 0o755);
    const values = async () =>
      (await run('config list --json'))
        .json<{ settings: { key: string; value: unknown; origin: { from: string } }[] }>()
        .settings.filter(({ key }) => key.includes('.'));
    const defaults = await values();
    const { code, err } = await run('config edit', { env: { VISUAL: script } });
    expect(code, err).toBe(0);
    const edited = await values();
    expect(edited.map(({ value }) => value)).toEqual(defaults.map(({ value }) => value));
    expect(new Set(edited.map(({ origin }) => origin.from))).toEqual(new Set(['user']));
  });

  it('leaves no first draft behind', async () => {
    const untouched = await run('config edit', { env: { VISUAL: 'test -s' } });
    expect(untouched).toMatchObject({ code: 0, out: expect.stringContaining('was not changed') });
    expect(existsSync(userFile())).toBe(false);
  });

  it.each([
    ['actor: [ada', 'cannot be read'],
    ['request: {max_bytes: many}', 'has to be a whole number above 0'],
    ['- actor', 'is not a mapping'],
  ])('says what is wrong with %s, and keeps it', async (text, says) => {
    const result = await run('config edit --in project', { env: editorWriting(text) });
    expect(result.code).toBe(2);
    expect(result.err).toContain(says);
    expect(result.err).toContain('Next: prompt-runner config edit --in project');
    expect(readFileSync(projectFile(), 'utf8')).toBe(`${text}\n`);
  });

  it('warns of a key that means nothing', async () => {
    const result = await run('config edit', { env: editorWriting('actr: ada') });
    expect(result.code).toBe(0);
    expect(result.err).toContain('Did you mean "actor"?');
  });

  it('says when the editor fails', async () => {
    const result = await run('config edit', { env: { VISUAL: 'no-such-editor' } });
    expect(result.code).toBe(1);
    expect(result.err).toContain('The editor "no-such-editor" was not found');
    expect(existsSync(userFile())).toBe(false);
  });
});
