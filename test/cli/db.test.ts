import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';
import { isServer } from '../fixtures/empty-store.js';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

// On a server it is another thing: see db-archive.test.ts.
describe.skipIf(isServer())('the store on the command line', () => {
  it('is created by the first command, and current says where', async () => {
    expect(existsSync(bench.db)).toBe(false);
    await run('orchestrate list-sessions');
    const current = (await run('db current --json')).json();
    expect(current).toMatchObject({
      location: bench.db,
      origin: '$PROMPT_RUNNER_DB',
      schema: SCHEMA_VERSION,
      newest: SCHEMA_VERSION,
      next: null,
    });
  });

  it('is named in what a command says to do next, when the command line named it', async () => {
    const planned = await run('orchestrate plan Something --db other.db --json');
    const { next } = planned.json<{ next: string }>();
    expect(next).toMatch(/^prompt-runner orchestrate process --session s\w+ --db other\.db$/);
    const missing = await run('project show shop --db other.db');
    expect(missing.err).toContain('Next: prompt-runner project create shop --db other.db');
    expect((await run('db current --db new.db --json')).json()).toMatchObject({
      next: 'prompt-runner db upgrade --db new.db',
    });
  });

  it('is named in what a view says to do next', async () => {
    const lines = [
      'orchestrate list-sessions',
      'project list',
      'prompt list',
      'prompt list --tag x',
      'prompt search x',
    ];
    for (const line of lines) {
      expect((await run(`${line} --db other.db`)).out).toMatch(/^Next: prompt-runner .* --db other\.db$/m);
    }
  });

  it('refuses a way down that there is not', async () => {
    await run('db upgrade');
    const unknown = await run('db downgrade 99', { terminal: true });
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('There is no schema 99') });
  });

  it('goes down after a backup, and comes up again by itself', async () => {
    await run('orchestrate plan Add-a-login-page');
    expect((await run('db downgrade base')).code).toBe(4);
    const down = (await run('db downgrade base --force --json')).json<{ to: number; backup: string }>();
    expect(down.to).toBe(0);
    expect(existsSync(down.backup)).toBe(true);
    expect((await run('db history')).out).toContain('not yet');
    expect((await run('orchestrate list-sessions')).out).toContain('No sessions');
    expect((await run('db upgrade')).out).toContain('already');
    expect(await run(`db restore ${down.backup} --yes`)).toMatchObject({ code: 0 });
    expect((await run('orchestrate list-sessions')).out).toContain('Add-a-login-page');
  });

  it('says which numbers there are', async () => {
    expect(await run('db upgrade 99')).toMatchObject({ code: 2 });
    expect(await run('db upgrade x')).toMatchObject({ code: 2 });
    await run('db upgrade');
    expect(await run('db upgrade 0')).toMatchObject({ code: 4 });
    expect(await run(`db downgrade ${SCHEMA_VERSION}`)).toMatchObject({ code: 0 });
  });

  it('is copied whole, over nothing', async () => {
    await run('orchestrate plan Add-a-login-page');
    expect((await run('db backup copy.db')).code).toBe(0);
    expect(await run('db backup copy.db')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not overwritten'),
    });
    expect(await run('db backup none/copy.db')).toMatchObject({
      code: 3,
      err: expect.stringContaining('mkdir -p'),
    });
    expect(readdirSync(bench.work)).toEqual(['copy.db']);
    const copied = await run('orchestrate list-sessions --db copy.db');
    expect(copied.out).toContain('Add-a-login-page');
  });

  it('is not replaced when the file is something else', async () => {
    mkdirSync(dirname(bench.db), { recursive: true });
    writeFileSync(bench.db, 'a letter to my aunt\n'.repeat(500));
    const refused = await run('orchestrate list-sessions');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${bench.db} is not an SQLite database`);
    expect(readFileSync(bench.db, 'utf8')).toMatch(/^a letter to my aunt/);
  });

  it('says what cannot be used', async () => {
    writeFileSync(join(bench.folder, 'file'), '');
    const inFile = await run('db current', {
      env: { PROMPT_RUNNER_DB: join(bench.folder, 'file', 'store.db') },
    });
    expect(inFile).toMatchObject({ code: 1 });
    expect(inFile.err).toContain('cannot be opened');
    const server = await run('db current', { env: { PROMPT_RUNNER_DB: 'mysql://me:secret@host/db' } });
    expect(server).toMatchObject({ code: 2 });
    expect(server.err).not.toContain('secret');
    const away = await run('db current', {
      env: { PROMPT_RUNNER_DB: 'postgres://me:secret@127.0.0.1:9/db' },
    });
    expect(away).toMatchObject({ code: 1 });
    expect(away.err).toContain('cannot be reached');
    expect(away.err).not.toContain('secret');
  });
});
