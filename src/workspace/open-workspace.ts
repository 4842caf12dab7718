import { stat } from 'node:fs/promises';
import { WorkspaceNotFoundError, WorkspaceUnavailableError } from './errors.js';
import { FolderFiles } from './files/folder-files.js';
import type { WorkspaceFiles } from './files/workspace-files.js';
import { SessionShelf, type Warn } from './session-shelf.js';
import { WorkspaceChoices } from './workspace-choices.js';
import { WorkspaceJournal } from './workspace-journal.js';
import { WorkspaceProjects } from './workspace-projects.js';
import { WorkspaceRecords } from './workspace-records.js';
import { WorkspaceSessions } from './workspace-sessions.js';

/** An open workspace: a folder of files that keeps sessions as a database does. */
export class Workspace {
  readonly location: string;
  readonly files: WorkspaceFiles;
  readonly shelf: SessionShelf;
  readonly journal: WorkspaceJournal;
  readonly records: WorkspaceRecords;
  readonly sessions: WorkspaceSessions;
  readonly projects = new WorkspaceProjects();
  readonly activeChoices: WorkspaceChoices;
  /** Files are open to whoever can read them. */
  readonly members = null;
  readonly logins = null;

  constructor(files: WorkspaceFiles, warn: Warn) {
    this.location = files.location;
    this.files = files;
    this.shelf = new SessionShelf(files, warn);
    this.journal = new WorkspaceJournal(this.shelf);
    this.records = new WorkspaceRecords(this.shelf);
    this.sessions = new WorkspaceSessions(this.shelf);
    this.activeChoices = new WorkspaceChoices(files);
  }

  /** Nothing is kept open between two pieces of work. */
  async close(): Promise<void> {}
}

/**
 * Opens a workspace. A folder that is not there is made by the first write.
 *
 * @param location the folder, as an absolute path
 * @param warn is told of files that were passed over
 * @throws WorkspaceUnavailableError when something else stands there
 * @example const workspace = await openWorkspace('/home/me/planning', (warning) => log(warning));
 */
export async function openWorkspace(location: string, warn: Warn): Promise<Workspace> {
  if ((await isFolder(location)) === false) throw new WorkspaceUnavailableError(location, 'it is no folder');
  return new Workspace(new FolderFiles(location), warn);
}

/**
 * The same for a workspace that has to be there.
 *
 * @throws WorkspaceNotFoundError
 */
export async function openExistingWorkspace(location: string, warn: Warn): Promise<Workspace> {
  if ((await isFolder(location)) === null) throw new WorkspaceNotFoundError(location);
  return openWorkspace(location, warn);
}

/** Null when nothing is there. */
async function isFolder(path: string): Promise<boolean | null> {
  const stats = await stat(path).catch(() => null);
  return stats === null ? null : stats.isDirectory();
}
