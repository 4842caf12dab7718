import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { splitCommand } from '../../src/base/text/split-command.js';
import { isServer, placeOn } from '../fixtures/empty-store.js';
import { Workbench } from './harness.js';

const GUIDE = join(import.meta.dirname, '../../docs/guides/database.md');
const ADDRESS = 'postgres://ada@db.example.com/work';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

describe.runIf(isServer())('the guide to the store', () => {
  it('takes a store from a file to a server: each of its commands runs', async () => {
    const address = placeOn(inject('server') ?? '');
    const env = { PROMPT_RUNNER_DB: join(bench.folder, 'mine.db') };
    await bench.run(['orchestrate', 'plan', 'Add a login page'], { env });
    const blocks = readFileSync(GUIDE, 'utf8').matchAll(/<!-- run on a server -->\n```sh\n([\s\S]*?)```/g);
    const commands = Array.from(blocks).flatMap(([, body = '']) => body.trim().split('\n'));
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) {
      const [, ...words] = splitCommand(command.replace(ADDRESS, address));
      const { code, out, err } = await bench.run(words, { env });
      expect(code, `${command}\n${err}`).toBe(0);
      if (command.includes('list-sessions')) expect(out).toContain('Add a login page');
    }
  });
});
