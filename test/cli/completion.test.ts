import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram } from '../../src/base/files/find-program.js';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

/** The words that are offered; the last of the given ones is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const { out, err, code } = await bench.run(['complete', '--', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0] ?? '');
}

async function plan(title: string): Promise<string> {
  const planned = await bench.run(['orchestrate', 'plan', title, '--json']);
  return planned.json<{ session: { id: string } }>().session.id;
}

describe('the answer to a shell', () => {
  it('has groups and commands, by what was typed', async () => {
    expect(await offered('')).toEqual(expect.arrayContaining(['orchestrate', 'project', 'doctor', '--help']));
    expect(await offered('orch')).toEqual(['orchestrate']);
    expect(await offered('orchestration', 'save')).toEqual(['save-analysis']);
    expect(await offered('nothing', '')).toEqual([]);
    expect(await offered('orchestrate', 'nothing', '')).toEqual([]);
  });

  it('has options, choices and places for files', async () => {
    expect(await offered('orchestrate', 'plan', '--fi')).toEqual(['--file']);
    expect(await offered('orchestrate', 'plan', '--file', '')).toEqual([':file']);
    expect(await offered('project', 'create', 'shop', '--root', '')).toEqual([':folder']);
    expect(await offered('orchestrate', 'list-sessions', '--status', 'c')).toEqual([
      'completed',
      'cancelled',
    ]);
    expect(await offered('orchestrate', 'list-sessions', '--status=comp')).toEqual(['--status=completed']);
    expect(await offered('agent', 'install', 'c')).toEqual(['claude', 'codex', 'copilot']);
    expect(await offered('config', 'get', 'prompt.w')).toEqual(['prompt.warn_tokens']);
    expect(await offered('doctor', '--js')).toEqual(['--json']);
  });

  it('has sessions with their titles, projects and attempts from the store', async () => {
    const first = await plan('Add a login page');
    const second = await plan('Add a\tlogout\nbutton');
    await bench.run(['project', 'create', 'My shop', '--description', 'Sells tea']);
    const { out } = await bench.run(['complete', '--', 'orchestrate', 'status', 's']);
    expect(out.split('\n').filter(Boolean).sort()).toEqual(
      [`${first}\tAdd a login page`, `${second}\tAdd a logout`]
        .sort()
        .map((line) => expect.stringContaining(line)),
    );
    expect(await offered('orchestrate', 'use', first.slice(0, 6))).toEqual([first]);
    expect(await offered('project', 'show', '')).toEqual(['My shop']);
    expect(await offered('orchestrate', 'list-sessions', '--project', 'My')).toEqual(['My shop']);
    const attempts = await offered('orchestrate', 'retry', first, '--attempt', '');
    expect(attempts).toHaveLength(1);
    expect(await offered('orchestrate', 'retry', '--attempt', '')).not.toEqual(attempts);
  });

  it('has executions by their ids, the newest first, with who answered', async () => {
    const ids: string[] = [];
    for (const text of ['One.', 'Two.']) {
      bench.time = new Date(Date.UTC(2026, 2, 1, 10, ids.length));
      const asked = await bench.run(['run', '--text', text, '--model', 'fake', '--json']);
      ids.unshift(asked.json<{ execution: { id: string } }>().execution.id);
    }
    const [newest = ''] = ids;
    expect(await offered('execution', 'show', 'x')).toEqual(ids);
    expect(await offered('execution', 'compare', newest, newest.slice(0, 8))).toEqual([newest]);
    const { out } = await bench.run(['complete', '--', 'execution', 'rerun', newest]);
    expect(out).toBe(`${newest}\tfake, succeeded\n`);
  });

  it('has batches by their names and ids, experiments and workflows by their names, and runs by their ids', async () => {
    writeFileSync(join(bench.work, 'rows.csv'), 'name\nAda\n');
    writeFileSync(join(bench.work, 'greet.yaml'), 'name: greet\nsteps: [{name: hail, ask: Hail}]\n');
    await bench.run(['prompt', 'create', 'hello', '--text', 'Hello {{ name }}']);
    const batch = ['batch', 'run', 'hello', '--data', 'rows.csv', '-m', 'fake', '--name', 'nightly'];
    const asked = (await bench.run([...batch, '--json'])).json<{ batch: { id: string } }>();
    const variants = ['--variant', 'a=hello', '--variant', 'b=hello,model=fake'];
    await bench.run(['experiment', 'create', 'tone', ...variants, '--metric', 'cost']);
    const old = ['experiment', 'create', 'old', ...variants, '--metric', 'cost', '--json'];
    const archived = (await bench.run(old)).json<{ experiment: { id: string } }>().experiment.id;
    await bench.run(['experiment', 'archive', 'old']);
    const ran = (await bench.run(['workflow', 'run', 'greet.yaml', '-m', 'fake', '--json'])).json<{
      run: { id: string };
    }>();
    const names: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
      [
        ['batch', 'status', ''],
        ['nightly', asked.batch.id],
      ],
      [['batch', 'resume', 'ni'], ['nightly']],
      [['batch', 'results', asked.batch.id.slice(0, 5)], [asked.batch.id]],
      [['execution', 'redact', '--batch', 'night'], ['nightly']],
      [['experiment', 'show', 't'], ['tone']],
      [['experiment', 'show', archived.slice(0, 5)], [archived]],
      [['workflow', 'show', 'gr'], ['greet']],
      [['workflow', 'status', 'r'], [ran.run.id]],
    ];
    const offeredNow = () => Promise.all(names.map(([words]) => offered(...words)));
    expect(await offeredNow()).toEqual(names.map(([, expected]) => expected));
    // As soon as there are members, it takes the whole app to tell.
    await bench.run(['project', 'create', 'shop']);
    await bench.run(['project', 'grant', 'ann', '--project', 'shop', '--role', 'reader']);
    expect(await offeredNow()).toEqual(names.map(([, expected]) => expected));
  });

  it('makes no store, and says nothing when one is broken', async () => {
    expect(await offered('orchestrate', 'status', '')).toEqual([]);
    expect(await offered('orchestrate', 'retry', '--attempt', '')).toEqual([]);
    expect(existsSync(bench.db)).toBe(false);
    mkdirSync(join(bench.folder, 'data'));
    writeFileSync(bench.db, 'no database at all, but a text that is long enough to be looked at'.repeat(50));
    expect(await offered('orchestrate', 'status', '')).toEqual([]);
    expect(await offered('orchestrate', 'retry', '--attempt', '')).toEqual([]);
  });

  it('says nothing when the configuration is broken', async () => {
    writeFileSync(join(bench.work, '.prompt-runner.yaml'), 'actor: [ada');
    expect(await offered('orchestrate', 'status', '')).toEqual([]);
    expect(await offered('orchestrate', 'stat')).toEqual(['status']);
  });
});

/** A folder for PATH in which `prompt-runner` is the built program. */
function programFolder(): string {
  const folder = join(bench.folder, 'bin');
  mkdirSync(folder, { recursive: true });
  const bin = resolve(import.meta.dirname, '../../dist/bin.cjs');
  writeFileSync(join(folder, 'prompt-runner'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(join(folder, 'prompt-runner'), 0o755);
  return folder;
}

function inShell(shell: readonly [string, ...string[]], script: string): string {
  const [program, ...options] = shell;
  const env = {
    ...process.env,
    HOME: bench.folder,
    PROMPT_RUNNER_DB: bench.db,
    PATH: `${programFolder()}${delimiter}${process.env.PATH}`,
  };
  const { stdout, stderr, error } = spawnSync(program, [...options, '-c', script], {
    encoding: 'utf8',
    env,
    cwd: bench.work,
  });
  if (error !== undefined) throw error;
  expect(stderr).toBe('');
  return stdout;
}

async function scriptFor(shell: string): Promise<string> {
  const { out, code } = await bench.run(['completion', shell]);
  expect(code).toBe(0);
  const file = join(bench.folder, `completion.${shell}`);
  writeFileSync(file, out);
  return file;
}

/** Runs where the shell is installed, and says loudly where it is not. */
const withShell = (shell: string) => {
  const there = findProgram(shell, process.env) !== null;
  return it.skipIf(!there).each([[there ? shell : `${shell} (SKIPPED: not installed here)`]]);
};

describe('the script for a shell', () => {
  const inBash = (file: string, words: string, type = 9) =>
    inShell(
      ['bash', '--norc'],
      `set -u; source '${file}'; COMP_WORDS=(prompt-runner ${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMP_TYPE=${type}
       _prompt_runner prompt-runner; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

  withShell('bash')('completes in %s', async () => {
    const file = await scriptFor('bash');
    expect(inBash(file, 'orchestrate stat')).toBe('status\n');
    expect(inBash(file, 'orchestrate list-sessions --status = comp')).toBe('completed\n');
    expect(inBash(file, "orchestrate list-sessions --status '='")).toContain('planning\n');
    writeFileSync(join(bench.work, 'my answer.md'), '');
    expect(inBash(file, 'orchestrate process --file my')).toBe('my answer.md\n');
    expect(inBash(file, 'orchestrate process --file = my')).toBe('my answer.md\n');
    expect(inBash(file, "orchestrate status ''").trim()).toBe('');
  });

  withShell('bash')('quotes what needs it, and describes what it lists, in %s', async () => {
    const file = await scriptFor('bash');
    const ids = [await plan('Add a $(login) page'), await plan('Add a logout button')];
    await bench.run(['project', 'create', 'My shop']);
    expect(inBash(file, 'project show My')).toBe('My\\ shop\n');
    expect(inBash(file, "orchestrate status ''").trim().split('\n').sort()).toEqual(ids.sort());
    expect(inBash(file, "orchestrate status ''", 63)).toContain('  (Add a $(login) page)\n');
    expect(inBash(file, `orchestrate status ${ids[0]}`, 63)).toBe(`${ids[0]}\n`);
  });

  withShell('zsh')('completes in %s', async () => {
    const file = await scriptFor('zsh');
    await bench.run(['project', 'create', 'My shop']);
    const complete = (...words: string[]) =>
      inShell(
        ['zsh', '-f'],
        `compadd() { print -l -- $values }; _files() { print files "$@" }; compset() { : }
         source '${file}'; words=(prompt-runner ${words.join(' ')}); CURRENT=\${#words}; _prompt_runner`,
      );
    expect(complete('orchestrate', 'stat')).toBe('status\n');
    expect(complete('project', 'show', 'M')).toBe('My shop\n');
    expect(complete('orchestrate', 'plan', '--file', "''")).toBe('files\n');
  });

  withShell('fish')('completes in %s', async () => {
    const file = await scriptFor('fish');
    const complete = (line: string) =>
      inShell(['fish', '--no-config'], `source '${file}'; complete -C '${line}'`);
    expect(complete('prompt-runner orchestrate stat')).toMatch(/^status\t/);
    expect(complete('prompt-runner agent install g')).toBe('gemini\n');
    writeFileSync(join(bench.work, 'answer.md'), '');
    expect(complete('prompt-runner orchestrate process --file ans')).toContain('answer.md');
  });

  it('calls nothing but the hidden entry, under both names, in every shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const script = readFileSync(await scriptFor(shell), 'utf8');
      expect(script).toContain('prompt-runner complete -- ');
      expect(script).toContain('prompt-tool');
    }
  });
});
