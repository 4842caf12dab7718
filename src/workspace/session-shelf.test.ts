import { mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textsAt, wellCut, writeOlderSession } from '../../test/fixtures/older-workspace.js';
import { anAnswer, anEvent, aSession, creationOf, minutesLater } from '../../test/fixtures/sessions.js';
import { WorkspaceFolder } from '../../test/fixtures/workspace-folder.js';
import type { SessionId } from '../base/ids.js';
import type { Workspace } from './open-workspace.js';

const OLD = '20250101_120000_abc' as SessionId;

let folder: WorkspaceFolder;
let workspace: Workspace;
beforeEach(async () => {
  folder = new WorkspaceFolder();
  workspace = await folder.open();
});
afterEach(() => folder.dispose());

const document = (id: string) => JSON.parse(folder.read(`sessions/${id}.json`));

describe('a session of the older tool', () => {
  it('is read without being touched, whatever is asked', async () => {
    for (const [at, status] of Object.keys(textsAt).entries())
      writeOlderSession(folder.path, { id: `old_${at}`, status, texts: textsAt[status] ?? {} });
    const before = folder.contents();
    expect(await workspace.sessions.list({}, 'updated', { limit: 10 })).toHaveLength(6);
    const [session] = await workspace.sessions.withIdPrefix('OLD_5');
    for (const { id, outcome } of await workspace.journal.attempts(session?.id ?? OLD)) {
      await (outcome === 'issued' ? workspace.journal.prompt(id) : workspace.journal.answer(id));
    }
    expect(folder.contents()).toEqual(before);
    expect(folder.warnings).toEqual([]);
  });

  it('gains one key when it is changed, and keeps all others', async () => {
    writeOlderSession(folder.path, {
      id: OLD,
      status: 'templates_ready',
      texts: wellCut,
      keys: { reviewer: 'ada' },
    });
    const before = document(OLD);
    const [session = aSession()] = await workspace.sessions.withIdPrefix(OLD);
    await workspace.journal.receive(anAnswer(OLD, 'late', { step: 'save-analysis' }));
    await workspace.journal.commit({ session, event: anEvent(session, { at: minutesLater(1) }) });
    const { prompt_runner: own, ...after } = document(OLD);
    expect(after).toEqual({ ...before, complexity: 'Medium-High', completed_at: null, files: after.files });
    expect(own).toMatchObject({ format: 1, version: 3, created_by: 'older-tool' });
    for (const key of Object.keys(wellCut)) expect(after.files[key]).toBe(before.files[key]);
    expect(folder.read(`outputs/${OLD}.save-analysis.1.raw`)).toBe('late');
    const again = await (await folder.open()).shelf.read(OLD);
    expect(again?.attempts.map(({ attempt }) => attempt.step)).toEqual(['plan', 'process', 'save-analysis']);
  });

  it('whose texts were put right gets new files for them; the old ones stay', async () => {
    const leaked = `${wellCut.implementation_template}\n\n### 3. EXECUTION_NOTES\n\n${wellCut.execution_notes}`;
    const texts = { ...wellCut, implementation_template: leaked };
    writeOlderSession(folder.path, { id: OLD, status: 'templates_ready', texts });
    const [session = aSession()] = await workspace.sessions.withIdPrefix(OLD);
    await workspace.journal.commit({ session, event: anEvent(session) });
    const { files } = document(OLD);
    expect(files.implementation_template).toBe(`outputs/${OLD}.implementation_template.1.md`);
    expect(folder.read(files.implementation_template)).toBe(`${wellCut.implementation_template}\n`);
    expect(folder.read(`outputs/${OLD}_implementation_template.md`)).toBe(leaked);
    expect(files.analysis_template).toBe(`outputs/${OLD}_analysis_template.md`);
  });
});

describe('a file that cannot be read', () => {
  const broken: readonly (readonly [why: string, name: string, content: string])[] = [
    ['it is not a JSON document', 'sessions/cut.json', '{"id": "cut", '],
    ['the document is missing or not as it should be', 'sessions/list.json', '[]'],
    ['its "feature_request" is missing or not as it should be', 'sessions/bare.json', '{"id": "bare"}'],
    ['it says that it is session "a"', 'sessions/b.json', JSON.stringify(older('a'))],
    [
      'its "status" is missing or not as it should be',
      'sessions/odd.json',
      JSON.stringify({ ...older('odd'), status: 'odd' }),
    ],
    [
      'its "timestamp" is not a time',
      'sessions/t.json',
      JSON.stringify({ ...older('t'), timestamp: 'noon' }),
    ],
    [
      'a newer prompt-runner',
      'sessions/n.json',
      JSON.stringify({ ...older('n'), prompt_runner: { format: 2 } }),
    ],
    ['its name cannot be that of a session', 'sessions/a b.json', JSON.stringify(older('a b'))],
  ];

  it.each(broken)('is named, with the reason, and hides no other: %s', async (why, name, content) => {
    writeOlderSession(folder.path, { id: OLD, status: 'planned' });
    folder.write(name, content);
    expect((await workspace.sessions.list({}, 'created', { limit: 9 })).map(({ id }) => id)).toEqual([OLD]);
    expect(folder.warnings).toHaveLength(1);
    expect(folder.warnings[0]).toContain(`${name} cannot be read: ${why}`);
  });

  it('is an error for whoever asks for it', async () => {
    writeOlderSession(folder.path, { id: OLD, status: 'planned' });
    folder.write(`sessions/${OLD}.json`, 'no');
    const failed = { code: 'SESSION_FILE_BROKEN', file: `sessions/${OLD}.json` };
    await expect(workspace.sessions.withIdPrefix(OLD)).rejects.toMatchObject(failed);
    await expect(workspace.journal.receive(anAnswer(OLD, 'x'))).rejects.toMatchObject(failed);
  });

  it.each([
    ['a state without steps', { state: { lifecycle: 'active', steps: {} } }],
    ['an attempt at no step', { attempts: [{ step: 'dance' }] }],
    ['a history of nothing', { history: [null] }],
    ['no version', { version: undefined }],
  ])('is one that was damaged after this program wrote it: %s', async (_, damage) => {
    const [whole, damaged] = [aSession(), aSession()];
    for (const session of [whole, damaged]) await workspace.journal.create(creationOf(session));
    const file = document(damaged.id);
    const own = { ...file.prompt_runner, ...damage };
    folder.write(`sessions/${damaged.id}.json`, JSON.stringify({ ...file, prompt_runner: own }));
    expect(await workspace.sessions.recentNames(9)).toMatchObject([{ id: whole.id }]);
    expect(folder.warnings[0]).toContain(`sessions/${damaged.id}.json cannot be read: its "prompt_runner.`);
  });

  it('is one whose result was damaged', async () => {
    const session = aSession();
    await workspace.journal.create(creationOf(session));
    const file = document(session.id);
    const [attempt] = file.prompt_runner.attempts;
    for (const result of [{}, { kind: 'planning' }, { kind: 'implementation', report: {} }]) {
      const own = { ...file.prompt_runner, attempts: [{ ...attempt, result }] };
      folder.write(`sessions/${session.id}.json`, JSON.stringify({ ...file, prompt_runner: own }));
      await expect(workspace.shelf.read(session.id)).rejects.toThrow('prompt_runner.attempts.0.result');
    }
  });

  it('is one whose status something else has moved on', async () => {
    const session = aSession();
    await workspace.journal.create(creationOf(session));
    const file = document(session.id);
    folder.write(`sessions/${session.id}.json`, JSON.stringify({ ...file, status: 'analyzing' }));
    await expect(workspace.shelf.read(session.id)).rejects.toThrow('changed from "planned" to "analyzing"');
  });

  function older(id: string) {
    return { id, feature_request: 'x', timestamp: '2025-01-01T12:00:00', status: 'planned' };
  }
});

describe('the files of a workspace', () => {
  it('are none that lead out of it', async () => {
    const session = aSession();
    await expect(workspace.files.read('../secret')).rejects.toMatchObject({ code: 'WORKSPACE_NAME_OUTSIDE' });
    await workspace.journal.create(creationOf(session));
    symlinkSync('/etc/hostname', join(folder.path, 'sessions', 'link.json'));
    const outside = { code: 'WORKSPACE_NAME_OUTSIDE' };
    await expect(workspace.shelf.read('link' as SessionId)).rejects.toMatchObject(outside);
    expect(await workspace.sessions.recentNames(9)).toMatchObject([{ id: session.id }]);
    expect(folder.warnings).toHaveLength(1);
  });

  it('of a folder that is a link elsewhere are refused', async () => {
    mkdirSync(folder.path);
    symlinkSync(tmpdir(), join(folder.path, 'sessions'));
    await expect(workspace.journal.create(creationOf(aSession()))).rejects.toMatchObject({
      code: 'WORKSPACE_NAME_OUTSIDE',
    });
  });

  it('go with their session when it is purged, and no others do', async () => {
    const gone = aSession({ deletedAt: minutesLater(0) });
    await workspace.journal.create(creationOf(gone));
    await workspace.journal.receive(anAnswer(gone.id, 'x'));
    writeOlderSession(folder.path, { id: `${gone.id}.x`, status: 'complete', texts: textsAt.complete ?? {} });
    const before = Object.keys(folder.contents()).filter((name) => name.includes(`${gone.id}.x`));
    await workspace.sessions.purgeDeletedBefore(minutesLater(1));
    expect(Object.keys(folder.contents())).toEqual(before);
  });

  it('that a session names outside of the outputs are not removed with it', async () => {
    writeOlderSession(folder.path, { id: 'other', status: 'planned' });
    const files = { analysis_output: 'sessions/other.json' };
    writeOlderSession(folder.path, { id: OLD, status: 'analysis_complete', keys: { files } });
    expect(await workspace.shelf.removeWhere(({ session }) => session.id === OLD)).toBe(1);
    expect(await workspace.shelf.ids()).toEqual(['other']);
  });

  it('hold an answer that a process could not record beside the one that came after it', async () => {
    const session = aSession();
    await workspace.journal.create(creationOf(session));
    folder.write(`outputs/${session.id}.process.1.raw`, 'pasted before the power went');
    await workspace.journal.receive(anAnswer(session.id, 'pasted afterwards'));
    expect(folder.read(`outputs/${session.id}.process.1.raw`)).toBe('pasted afterwards');
    expect(folder.read(`outputs/${session.id}.process.1.left-1.raw`)).toBe('pasted before the power went');
  });
});
