import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

describe('projects', () => {
  it('are created with the working folder as root, and listed with their sessions', async () => {
    expect((await run('project create shop --description A-shop')).code).toBe(0);
    await run('orchestrate plan Something');
    expect((await run('project list')).out).toMatch(/\*\s+shop\s+1\s/);
    expect((await run('project list --json')).json()).toMatchObject({
      projects: [{ name: 'shop', current: true, sessions: 1 }],
    });
  });

  it('share neither name nor root', async () => {
    await run('project create shop');
    expect((await run('project create shop --no-root')).code).toBe(1);
    const sameRoot = await run('project create other');
    expect(sameRoot.code).toBe(1);
    expect(sameRoot.err).toContain('is the root of project "shop" already');
  });

  it('have a root that is there', async () => {
    const refused = await run('project create shop --root nowhere');
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('There is no folder') });
    expect((await run('project list --json')).json()).toMatchObject({ projects: [] });
  });

  it('are said to be named by the environment where they are', async () => {
    await run('project create shop');
    for (const line of ['project show', 'orchestrate list-sessions', 'orchestrate plan Tea']) {
      const { code, err } = await run(line, { env: { PROMPT_RUNNER_PROJECT: 'shp' } });
      expect(code).toBe(3);
      expect(err).toContain('The name comes from PROMPT_RUNNER_PROJECT. Did you mean "shop"?');
    }
    const byHand = await run('project show --project shp', { env: { PROMPT_RUNNER_PROJECT: 'shop' } });
    expect(byHand.err).not.toContain('PROMPT_RUNNER_PROJECT');
  });

  it('the deepest root is in force', async () => {
    const inner = join(bench.work, 'packages', 'inner');
    mkdirSync(inner, { recursive: true });
    await run('project create outer');
    await run('project create inner', { cwd: inner });
    const from = async (cwd: string) =>
      (await run('project show --json', { cwd })).json<{ project: { name: string } }>().project.name;
    expect(await from(join(bench.work, 'packages'))).toBe('outer');
    expect(await from(inner)).toBe('inner');
    const named = await run('project show --json --project outer', { cwd: inner });
    expect(named.json()).toMatchObject({ project: { name: 'outer' } });
    const byVariable = await run('project show --json', {
      cwd: inner,
      env: { PROMPT_RUNNER_PROJECT: 'outer' },
    });
    expect(byVariable.json()).toMatchObject({ project: { name: 'outer' } });
  });

  it('are used in folders outside every root, and not inside another’s', async () => {
    await run('project create shop');
    await run('project create notes --no-root');
    const elsewhere = join(bench.folder, 'elsewhere');
    mkdirSync(elsewhere);
    expect((await run('project use notes', { cwd: elsewhere })).code).toBe(0);
    expect((await run('project show --json', { cwd: elsewhere })).json()).toMatchObject({
      project: { name: 'notes' },
    });
    const refused = await run('project use notes');
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('lies in the root of project "shop"');
  });

  it('are changed, archived and taken back', async () => {
    await run('project create shop');
    expect((await run('project update shop')).code).toBe(2);
    await run('project update shop --name store --no-root');
    expect((await run('project show store --json')).json()).toMatchObject({
      project: { name: 'store', root: null },
    });
    await run('project archive store');
    expect((await run('project list')).out).toContain('No projects');
    expect((await run('project list --archived')).out).toContain('store (archived)');
    await run('project archive store --undo');
    expect((await run('project list')).out).toContain('store');
  });

  it('leave their sessions when they are deleted, after saying so', async () => {
    await run('project create shop');
    await run('orchestrate plan Something');
    const unasked = await run('project delete shop');
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain('Its session stays, without a project');
    expect((await run('project delete shop', { terminal: true, keys: ['maybe\r'] })).code).toBe(1);
    expect((await run('project delete shop', { terminal: true, keys: ['y\r'] })).code).toBe(0);
    expect((await run('orchestrate list-sessions --json')).json()).toMatchObject({
      total: 1,
      sessions: [{ project: null }],
    });
  });
});
