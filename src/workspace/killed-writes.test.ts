import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wellCut, writeOlderSession } from '../../test/fixtures/older-workspace.js';
import { anAnswer, anEvent, aSession, creationOf, minutesLater } from '../../test/fixtures/sessions.js';
import { WorkspaceFolder } from '../../test/fixtures/workspace-folder.js';
import type { SessionId } from '../base/ids.js';
import type { SessionRecord } from '../store/session-record.js';
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
const CREATION = creationOf(SESSION);
const OTHER = creationOf(aSession());
const OLD = 'old_1' as SessionId;
const answer = anAnswer(SESSION.id, 'an answer');
const further = anAnswer(SESSION.id, 'another answer');

/** Each change of a session that a workspace makes. */
const changes: readonly (readonly [name: string, change: (workspace: Workspace) => Promise<unknown>])[] = [
  ['another is created', ({ journal }) => journal.create(OTHER)],
  ['an answer is received', ({ journal }) => journal.receive(further)],
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
beforeEach(() => {
  folder = new WorkspaceFolder();
});
afterEach(() => folder.dispose());

/** A workspace with two sessions, as if nothing had happened before. */
async function refill(): Promise<void> {
  folder.dispose();
  folder = new WorkspaceFolder();
  writeOlderSession(folder.path, { id: OLD, status: 'templates_ready', texts: wellCut });
  const { journal } = await folder.open();
  await journal.create(CREATION);
  await journal.receive(answer);
}

/** Everything that somebody sees who opens the workspace now. */
async function seen(): Promise<SessionRecord[]> {
  const { shelf } = await folder.open();
  const records = (await shelf.readAll()).map((kept) => shelf.recordOf(kept));
  expect(folder.warnings).toEqual([]);
  return Promise.all(records);
}

/** Whether the change came to its end although it was killed at that write. */
async function survives(change: (workspace: Workspace) => Promise<unknown>, at: number): Promise<boolean> {
  try {
    await change(new Workspace(new KilledFiles(new FolderFiles(folder.path), at), () => {}));
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

describe('a process that is killed while', () => {
  it.each(changes)('%s leaves all of the change or nothing, at every write', async (_, change) => {
    await refill();
    const before = await seen();
    await change(await folder.open());
    const after = await seen();
    expect(after).not.toEqual(before);
    const outcomes: string[] = [];
    for (let at = 1, survived = false; !survived; at++) {
      await refill();
      survived = await survives(change, at);
      const now = await seen();
      expect([before, after]).toContainEqual(now);
      outcomes.push(JSON.stringify(now) === JSON.stringify(before) ? 'nothing' : 'all');
      await (await folder.open()).activeChoices.choose('/', 'session', 's1', minutesLater(1));
    }
    expect(outcomes.slice(0, 2)).toEqual(['nothing', 'nothing']);
    expect(outcomes.slice(-2)).toEqual(['all', 'all']);
    expect(outcomes).toEqual(outcomes.toSorted().toReversed());
  });
});
