import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAppToRead } from '../../src/app.js';
import { suggestNames } from '../../src/operations/completion/suggest-names.js';
import { suggestQuickly } from '../../src/operations/completion/suggest-quickly.js';
import { example, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

interface Situation {
  /** What the line names. */
  readonly session?: string;
  readonly typed?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The attempts that the index of names alone offers; null when it leaves the answer to the whole app. */
async function quickly(situation: Situation): Promise<readonly unknown[] | null> {
  const { session, typed = '', cwd = bench.work } = situation;
  const sources = { env: environment(situation), cwd, flags: {} };
  return suggestQuickly(sources, { kind: 'attempt', typed, session });
}

/** The attempts that the whole app offers; none where it refuses. */
async function atLength(situation: Situation): Promise<readonly unknown[]> {
  const { session, typed = '', cwd = bench.work } = situation;
  const app = await openAppToRead({ cwd, env: environment(situation) });
  if (app === null) return [];
  try {
    return await suggestNames(app, { kind: 'attempt', typed, session });
  } catch {
    return [];
  } finally {
    await app.close();
  }
}

function environment({ env }: Situation): Record<string, string> {
  return { PROMPT_RUNNER_DB: bench.db, HOME: bench.folder, ...env };
}

async function plan(title: string, cwd = bench.work): Promise<string> {
  const planned = await bench.run(['orchestrate', 'plan', title, '--json'], { cwd });
  return planned.json<{ session: { id: string } }>().session.id;
}

function folder(...names: string[]): string {
  const path = join(bench.work, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

describe('the attempts of the session that is meant', () => {
  it('are found without the whole app as with it', async () => {
    const first = await plan('Add a login page');
    await bench.run(['orchestrate', 'process', first, '--file', example('planning-answer.md')]);
    await plan('Add a logout button');
    await plan('Add a logout button');
    const gone = await plan('Add nothing');
    await bench.run(['orchestrate', 'delete', gone, '--yes']);
    const shop = folder('shop');
    await bench.run(['project', 'create', 'shop', '--root', shop]);
    const inShop = await plan('Sell tea', folder('shop', 'src'));
    const archived = folder('archived');
    await bench.run(['project', 'create', 'archived', '--root', archived]);
    await plan('Sell coffee', archived);
    await bench.run(['project', 'archive', 'archived', '--yes']);

    const found: readonly Situation[] = [
      { session: first },
      { session: first.slice(0, 8) },
      { session: first.toUpperCase() },
      { session: 'Add a login page' },
      { session: first, typed: 'A' },
      { env: { PROMPT_RUNNER_SESSION: first } },
      { session: inShop, env: { PROMPT_RUNNER_SESSION: first } },
      { session: first, env: { PROMPT_RUNNER_PROJECT: 'nowhere' } },
      { cwd: shop },
      { cwd: folder('shop', 'src', 'deep') },
      { cwd: archived },
    ];
    const none: readonly Situation[] = [
      { session: 's' },
      { session: '' },
      { session: 'Add a logout button' },
      { session: 'nothing of the kind' },
      { session: gone },
      { session: first, typed: 'zz' },
      { env: { PROMPT_RUNNER_SESSION: 'nothing of the kind' } },
      { cwd: bench.folder },
    ];
    for (const situation of found) {
      expect(await quickly(situation), JSON.stringify(situation)).toEqual(await atLength(situation));
      expect(await quickly(situation), JSON.stringify(situation)).not.toEqual([]);
    }
    for (const situation of none) {
      expect(await atLength(situation), JSON.stringify(situation)).toEqual([]);
      expect(await quickly(situation), JSON.stringify(situation)).toEqual([]);
    }
  });

  it('are found by the id that the session had in the older tool', async () => {
    const workspace = join(bench.folder, 'older');
    cpSync(example('older-workspace'), workspace, { recursive: true });
    const [file = ''] = readdirSync(join(workspace, 'sessions'));
    expect((await bench.run(['orchestrate', 'import', '--workspace', workspace])).code).toBe(0);
    const situation = { session: basename(file, '.json') };
    expect(await quickly(situation)).not.toEqual([]);
    expect(await quickly(situation)).toEqual(await atLength(situation));
  });

  it('are those of the session in use, here and in the folders beneath', async () => {
    await plan('Add a login page');
    const beneath = { cwd: folder('src') };
    expect(await quickly(beneath)).toHaveLength(1);
    expect(await quickly(beneath)).toEqual(await atLength(beneath));
    const second = await plan('Add a logout button');
    expect(await quickly(beneath)).toEqual(await quickly({ session: second }));
    await bench.run(['orchestrate', 'delete', second, '--yes']);
    expect(await quickly(beneath)).toEqual(await atLength(beneath));
  });

  it('are left to the whole app where a project is named by the environment', async () => {
    const id = await plan('Add a login page');
    await bench.run(['project', 'create', 'shop']);
    const env = { PROMPT_RUNNER_PROJECT: 'shop' };
    expect(await quickly({ env })).toBeNull();
    const { out } = await bench.run(['complete', '--', 'orchestrate', 'retry', '--attempt', ''], { env });
    const named = await bench.run(['complete', '--', 'orchestrate', 'retry', id, '--attempt', '']);
    expect(out).toMatch(/^a\w{12}\tplan 1, issued\n$/);
    expect(out).toBe(named.out);
  });

  it('come from the workspace that the environment names, and its sessions too', async () => {
    const inStore = await plan('Add a login page');
    const env = { PROMPT_RUNNER_WORKSPACE: folder('plans') };
    const planned = await bench.run(['orchestrate', 'plan', 'Sell tea', '--json'], { env });
    const { id } = planned.json<{ session: { id: string } }>().session;
    const complete = (...words: string[]) => bench.run(['complete', '--', 'orchestrate', ...words], { env });
    expect((await complete('status', '')).out).toBe(`${id}\tSell tea\n`);
    expect((await complete('retry', id, '--attempt', '')).out).toMatch(/^a\w{12}\tplan 1, issued\n$/);
    expect((await complete('status', '--db', bench.db, '')).out).toBe(`${inStore}\tAdd a login page\n`);
  });
});
