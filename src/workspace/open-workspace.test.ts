import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProject, aSession, creationOf, someTime } from '../../test/fixtures/sessions.js';
import { WorkspaceFolder } from '../../test/fixtures/workspace-folder.js';
import { openExistingWorkspace, openWorkspace } from './open-workspace.js';

let folder: WorkspaceFolder;
beforeEach(() => {
  folder = new WorkspaceFolder();
});
afterEach(() => folder.dispose());

const ignore = () => {};

describe('opening a workspace', () => {
  it('makes nothing; the first write does', async () => {
    const workspace = await folder.open();
    expect(await workspace.sessions.list({}, 'created', { limit: 9 })).toEqual([]);
    expect(() => folder.contents()).toThrow('ENOENT');
    await workspace.journal.create(creationOf(aSession()));
    expect(Object.keys(folder.contents())).toEqual([expect.stringMatching(/^sessions\/s\w+\.json$/)]);
    await workspace.close();
  });

  it('is refused where something else stands, and where nothing does that has to be there', async () => {
    await expect(openExistingWorkspace(folder.path, ignore)).rejects.toMatchObject({
      code: 'WORKSPACE_NOT_FOUND',
    });
    mkdirSync(dirname(folder.path), { recursive: true });
    writeFileSync(folder.path, '');
    await expect(openWorkspace(folder.path, ignore)).rejects.toMatchObject({ code: 'WORKSPACE_UNAVAILABLE' });
  });

  it('tells why a folder cannot be written to', async () => {
    const workspace = await folder.open();
    folder.write('sessions', 'a file where the folder should be');
    await expect(workspace.journal.create(creationOf(aSession()))).rejects.toMatchObject({
      code: 'WORKSPACE_UNAVAILABLE',
      message: expect.stringContaining('a file stands where a folder should be'),
    });
  });
});

describe('the projects of a workspace', () => {
  it('are none, and naming or making one is refused', async () => {
    const { projects } = await folder.open();
    expect([
      await projects.list(),
      await projects.withRootAmong(['/']),
      await projects.withRoot('/'),
    ]).toEqual([[], [], undefined]);
    const project = aProject();
    const refused = [
      projects.named('shop'),
      projects.withIdPrefix('p'),
      projects.insert(project),
      projects.update(project),
      projects.delete(project.id),
    ];
    for (const result of await Promise.allSettled(refused)) {
      expect(result).toMatchObject({ reason: { code: 'WORKSPACE_HAS_NO_PROJECTS' } });
    }
  });

  it('are still named by the sessions that came from a database', async () => {
    const { journal, sessions } = await folder.open();
    const { id, name, root } = aProject();
    for (const project of [{ id, name, root }, null]) await journal.create(creationOf(aSession({ project })));
    expect(await sessions.countsOfProjects([id])).toEqual(new Map([[id, { count: 1, exact: true }]]));
    expect(await sessions.countOfProject(id)).toBe(1);
    expect(await sessions.list({ project: id }, 'created', { limit: 9 })).toMatchObject([
      { project: { id, name } },
    ]);
  });
});

describe('what is in use in a workspace', () => {
  it('is the same for every place, and made anew when its file says nothing', async () => {
    const { activeChoices } = await folder.open();
    await activeChoices.choose('/here', 'session', 's1', someTime);
    expect(await activeChoices.nearest(['/elsewhere'], 'session')).toBe('s1');
    folder.write('active.json', 'no');
    expect(await activeChoices.nearest(['/here'], 'session')).toBeNull();
    await activeChoices.choose('/here', 'session', 's2', someTime);
    expect(folder.read('active.json')).toBe('{\n  "session": "s2"\n}\n');
  });
});
