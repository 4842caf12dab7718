import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wellCut, writeOlderSession } from '../../test/fixtures/older-workspace.js';
import { anAnswer, anEvent, aSession, creationOf, minutesLater } from '../../test/fixtures/sessions.js';
import { WorkspaceFolder } from '../../test/fixtures/workspace-folder.js';
import type { SessionId } from '../base/ids.js';
import { recordOf, type SessionRecord } from '../store/session-record.js';
import { FolderFiles } from './files/folder-files.js';
import type { WorkspaceFiles } from './files/workspace-files.js';
import { Workspace } from './open-workspace.js';

const dead = spawnSync(process.execPath, ['-e', '']).pid;

/** A process that is killed before its write number `at`: that write, and everything after it, never happens. */
class KilledFiles implements WorkspaceFiles {
  readonly location: string;
  writes = 0;
  readonly #files: WorkspaceFiles;
  readonly #at: number;

  constructor(files: WorkspaceFiles, at: number) {
    this.location = files.location;
    this.#files = files;
    this.#at = at;
  }

  read(name: string) {
    return this.#files.read(name);
  }

  list(folder: string) {
    return this.#files.list(folder);
  }

  async replace(name: string, content: string | Uint8Array) {
    this.#live();
    await this.#files.replace(name, content);
  }

  /** A lock is left by a process that is no more. */
  async claim(name: string, _content: string) {
    this.#live();
    return this.#files.claim(name, JSON.stringify({ pid: dead, host: hostname(), at: Date.now() }));
  }

  async move(from: string, to: string) {
    this.#live();
    await this.#files.move(from, to);
  }

  async remove(name: string) {
    this.#live();
    await this.#files.remove(name);
  }

  #live() {
    this.writes++;
    if (this.writes >= this.#at) throw new Killed();
  }
}

class Killed extends Error {}

const SESSION = aSession();
const OLD = 'old_1' as SessionId;
const answer = anAnswer(SESSION.id, 'an answer');

/** Each change of a session that a workspace makes. */
const changes: readonly (readonly [name: string, change: (workspace: Workspace) => Promise<unknown>])[] = [
  ['another is created', ({ journal }) => journal.create(creationOf(aSession()))],
  ['an answer is received', ({ journal }) => journal.receive(anAnswer(SESSION.id, 'another answer'))],
  [
    'an answer is settled',
    ({ journal }) =>
      journal.commit({
        session: { ...SESSION, updatedAt: minutesLater(5) },
        event: anEvent(SESSION, { at: minutesLater(5) }),
        settled: { attempt: answer.id, outcome: 'accepted', result: { kind: 'analysis' }, problem: null },
      }),
  ],
  [
    'one of the older tool is changed',
    async ({ journal, sessions }) => {
      const [old = SESSION] = await sessions.withIdPrefix(OLD);
      return journal.commit({ session: old, event: anEvent(old) });
    },
  ],
  ['one is removed', ({ shelf }) => shelf.removeWhere(({ session }) => session.id === SESSION.id)],
];

let folder: WorkspaceFolder;
beforeEach(async () => {
  folder = new WorkspaceFolder();
  await fill(await folder.open());
});
afterEach(() => folder.dispose());

async function fill({ journal }: Workspace): Promise<void> {
  writeOlderSession(folder.path, { id: OLD, status: 'templates_ready', texts: wellCut });
  await journal.create(creationOf(SESSION));
  await journal.receive(answer);
}

/** Everything that somebody sees who opens the workspace now. */
async function seen(): Promise<SessionRecord[]> {
  const { journal, sessions } = await folder.open();
  const found = await sessions.withIdPrefix('');
  const ids = (await sessions.list({}, 'created', 9)).map(({ id }) => id);
  expect(found.length).toBeGreaterThan(0);
  const all = await Promise.all(ids.map((id) => sessions.withIdPrefix(id)));
  return Promise.all(all.flat().map((session) => recordOf(journal, session)));
}

describe('a process that is killed while', () => {
  it.each(changes)('%s leaves all of the change or nothing, at every write', async (_, change) => {
    const before = await seen();
    let after: SessionRecord[] | null = null;
    for (let at = 1; after === null; at++) {
      const files = new KilledFiles(new FolderFiles(folder.path), at);
      const survived = await change(new Workspace(files, () => {})).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Killed) return false;
          throw error;
        },
      );
      const now = await seen();
      if (survived) after = now;
      else if (JSON.stringify(now) !== JSON.stringify(before)) {
        expect(files.writes, 'changed, and only the lock is left').toBe(at);
        after = now;
      }
      expect(folder.warnings).toEqual([]);
    }
    expect(after).not.toEqual(before);
    const { journal } = await folder.open();
    await journal.create(creationOf(aSession()));
  });
});
