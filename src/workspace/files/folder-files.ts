import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { confinedPath, LeadsOutside } from '../../base/files/confined-path.js';
import { makeFolders } from '../../base/files/make-folders.js';
import { writeAtomically } from '../../base/files/write-atomically.js';
import { WorkspaceNameOutsideError, WorkspaceUnavailableError } from '../errors.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** The files of a workspace in a folder on disk. */
export class FolderFiles implements WorkspaceFiles {
  readonly location: string;

  /** @param location an absolute path; the folder is made by the first write */
  constructor(location: string) {
    this.location = location;
  }

  read(name: string): Promise<Buffer | null> {
    return this.#withPath(name, (path) => orNull(readFile(path)));
  }

  list(folder: string): Promise<readonly string[]> {
    return this.#withPath(folder, async (path) => {
      const entries = await orNull(readdir(path, { withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name)
        .sort();
    });
  }

  replace(name: string, content: string | Uint8Array): Promise<void> {
    return this.#withNewPath(name, (path) => writeAtomically(path, content, { replace: true }));
  }

  claim(name: string, content: string): Promise<boolean> {
    return this.#withNewPath(name, async (path) => {
      try {
        await writeAtomically(path, content, { replace: false });
        return true;
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return false;
        throw error;
      }
    });
  }

  async move(from: string, to: string): Promise<void> {
    const target = await this.#withPath(to, async (path) => path);
    await this.#withPath(from, (path) => rename(path, target));
  }

  remove(name: string): Promise<void> {
    return this.#withPath(name, (path) => rm(path, { force: true }));
  }

  async #withNewPath<Result>(name: string, work: (path: string) => Promise<Result>): Promise<Result> {
    return this.#explaining(async () => {
      makeFolders(this.location);
      const path = await this.#path(name);
      makeFolders(dirname(path));
      return work(path);
    });
  }

  #withPath<Result>(name: string, work: (path: string) => Promise<Result>): Promise<Result> {
    return this.#explaining(async () => work(await this.#path(name)));
  }

  async #path(name: string): Promise<string> {
    try {
      return await confinedPath(this.location, name);
    } catch (error) {
      if (error instanceof LeadsOutside) throw new WorkspaceNameOutsideError(name, this.location);
      throw error;
    }
  }

  async #explaining<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw explained(error, this.location);
    }
  }
}

async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTDIR', 'a file stands where a folder should be'],
  ['EISDIR', 'a folder stands where a file should be'],
  ['EEXIST', 'a file stands where a folder should be'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'there is no room left'],
  ['EDQUOT', 'there is no room left'],
  ['ELOOP', 'its links lead in a circle'],
]);

function explained(error: unknown, location: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error && !('remedy' in error) ? reasons.get(code) : undefined;
  return reason === undefined ? error : new WorkspaceUnavailableError(location, reason, { cause: error });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
