import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSessionId } from '../../src/base/ids.js';
import { openStore } from '../../src/store/open-store.js';
import { sessionToRow } from '../../src/store/session-row.js';
import { aSession, someTime } from '../fixtures/sessions.js';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string) => bench.run(line.split(' '));
const names = ['a', 'b', 'c', 'd', 'e'];

async function done(line: string): Promise<void> {
  const { code, err } = await run(line);
  if (code !== 0) throw new Error(`${line}: ${err}`);
}

const eachName = async (line: (name: string) => string) => {
  for (const name of names) await done(line(name));
};
const plan = () => eachName((name) => `orchestrate plan ${name}`);
const create = () => eachName((name) => `prompt create ${name} --text Hello`);
const createProjects = () => eachName((name) => `project create ${name} --no-root`);
const update = async () => {
  await done('prompt create a --text Hello');
  for (const name of names.slice(1)) await done(`prompt update a --text ${name}`);
};
const revise = async () => {
  await done('orchestrate plan a');
  for (const name of names.slice(1)) await done(`orchestrate revise --request Instead:${name}`);
};

type Item = Readonly<Record<string, unknown>>;
type Page = Readonly<Record<string, readonly Item[]>> & { readonly cursor: string | null };

/** A list, how it is filled, the key that its items are under, and what tells one from another. */
const lists = [
  ['orchestrate list-sessions', plan, 'sessions', 'id'],
  ['orchestrate list-sessions --sort created', plan, 'sessions', 'id'],
  ['orchestrate list-sessions --sort title', plan, 'sessions', 'id'],
  ['orchestrate history', revise, 'events', 'number'],
  ['orchestrate history', revise, 'requests', 'number'],
  ['orchestrate history', revise, 'attempts', 'id'],
  ['prompt list', create, 'prompts', 'id'],
  ['prompt list --sort updated', create, 'prompts', 'id'],
  ['prompt list --sort created', create, 'prompts', 'id'],
  ['prompt versions a', update, 'versions', 'number'],
  ['project list', createProjects, 'projects', 'id'],
  ['audit list', create, 'entries', 'number'],
] as const;

async function pagesOf(list: string, key: string, id: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = (await run(`${list} --limit 2 --json${cursor}`)).json<Page>();
    pages.push((page[key] ?? []).map((item) => item[id]));
    cursor = page.cursor === null ? null : ` --cursor ${page.cursor}`;
  }
  return pages;
}

describe('a list that comes in pages', () => {
  it.each(lists)('has all in order, none twice: %s, filled by %o, %s', async (list, fill, key, id) => {
    await fill();
    const whole = (await run(`${list} --json`)).json<Page>();
    expect(whole.cursor).toBeNull();
    expect(whole[key]).toHaveLength(names.length);
    const pages = await pagesOf(list, key, id);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(whole[key]?.map((item) => item[id]));
  });

  it.each([
    ['orchestrate list-sessions', plan],
    ['orchestrate history', revise],
    ['prompt list', create],
    ['prompt versions a', update],
    ['project list', createProjects],
    ['audit list', create],
  ] as const)('says how the next page is asked for: %s', async (list, fill) => {
    await fill();
    const { out } = await run(`${list} --limit 2`);
    const [, cursor] = /The next page:\n--cursor (\S+)\n/.exec(out) ?? [];
    expect(cursor).toBeDefined();
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect((await run(`${list} --limit 2 --cursor ${cursor}`)).out).not.toBe(out);
    for (const wrong of [`${cursor}x`, cursor?.slice(1), 'x']) {
      expect(await run(`${list} --cursor ${wrong}`)).toMatchObject({
        code: 2,
        err: expect.stringContaining('is no cursor'),
      });
    }
  });

  it('refuses a cursor of another order', async () => {
    await plan();
    const { cursor } = (await run('orchestrate list-sessions --limit 2 --json')).json<Page>();
    expect(await run(`orchestrate list-sessions --sort title --cursor ${cursor}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('of another order'),
    });
  });

  it('counts no further than 1,000, and says so', async () => {
    await done('project list');
    const store = await openStore(bench.db, { now: () => someTime });
    const rows = Array.from({ length: 1001 }, () => sessionToRow(aSession({ id: newSessionId() })));
    for (const part of [rows.slice(0, 500), rows.slice(500)])
      await store.database.insertInto('orchestration_sessions').values(part).execute();
    await store.close();
    const { out } = await run('orchestrate list-sessions --limit 1');
    expect(out).toContain('planning (more than 1,000)');
    expect(out).toContain('1 of more than 1,000 sessions. The next page:');
    expect((await run('orchestrate list-sessions --limit 1 --json')).json()).toMatchObject({
      counts: { planning: 1000, analysis: 0 },
      uncounted: ['planning'],
      total: 1000,
      exact: false,
    });
  });
});
