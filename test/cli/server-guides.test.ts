import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { splitCommand } from '../../src/base/text/split-command.js';
import { asOwner } from '../fixtures/as-owner.js';
import { isServer, placeOn } from '../fixtures/empty-store.js';
import { markedCommands } from '../fixtures/marked-blocks.js';
import { Workbench } from './harness.js';

const ADDRESS = 'postgres://ada@db.example.com/work';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

/** Runs a command of a guide, which has to go through. */
async function run(command: string, address: string, env: Record<string, string>): Promise<string> {
  const [, ...words] = splitCommand(command.replace(ADDRESS, address));
  const { code, out, err } = await bench.run(words, { env });
  expect(code, `${command}\n${err}`).toBe(0);
  return out;
}

describe.runIf(isServer())('the guide to the store', () => {
  const env = () => ({ PROMPT_RUNNER_DB: join(bench.folder, 'mine.db') });
  let address: string;
  beforeEach(async () => {
    address = placeOn(inject('server') ?? '');
    await run('prompt-runner orchestrate plan "Add a login page"', address, env());
  });

  it('takes a store from a file to a server: each of its commands runs', async () => {
    const commands = markedCommands('docs/guides/database.md', 'run on a server');
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) {
      const out = await run(command, address, env());
      if (command.includes('list-sessions')) expect(out).toContain('Add a login page');
    }
  });

  it('takes sessions to a server where others have theirs', async () => {
    await run(`prompt-runner db upgrade --db ${ADDRESS}`, address, {});
    await run(`prompt-runner orchestrate plan "Add a way out" --db ${ADDRESS}`, address, {});
    const commands = markedCommands('docs/guides/database.md', 'run on a server in use');
    expect(commands).toHaveLength(3);
    let out = '';
    for (const command of commands) out = await run(command, address, env());
    expect(out).toMatch(/Add a login page[\s\S]*Add a way out|Add a way out[\s\S]*Add a login page/);
  });
});

describe.runIf(isServer())('the guide to teams', () => {
  const login = `t${process.pid}_${randomBytes(4).toString('hex')}`;
  let address: string;
  beforeEach(() => {
    address = placeOn(inject('server') ?? '');
  });
  const inServer = (statement: string) => asOwner(address, (client) => client.query(statement));
  afterEach(() => inServer(`drop role if exists "${login}"`));

  it('lets a login in and out: each of its commands runs', async () => {
    const env = { PROMPT_RUNNER_DB: address };
    const anns = new URL(address);
    anns.username = login;
    const annSees = () => bench.run(['project', 'list'], { env: { PROMPT_RUNNER_DB: anns.href } });
    await run('prompt-runner db upgrade', address, env);
    await run('prompt-runner project create shop --no-root', address, env);
    const seen: number[] = [];
    for (const command of markedCommands('docs/guides/team.md', 'run on a server')) {
      const ofLogin = command.replaceAll(/\bann\b/g, login);
      const [program, , statement = ''] = splitCommand(ofLogin);
      if (program === 'psql') await inServer(statement);
      else await run(ofLogin, address, env);
      seen.push((await annSees()).code);
    }
    expect(seen).toEqual([4, 0, 4]);
  });
});
