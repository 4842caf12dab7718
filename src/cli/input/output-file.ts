import { lstat, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { confinedPath, exists, LeadsOutside } from '../../base/files/confined-path.js';
import { writeAtomically } from '../../base/files/write-atomically.js';
import {
  OutputExistsError,
  OutputIsFolderError,
  OutputNotWrittenError,
  OutputOutsideRootError,
} from './output-errors.js';

export interface OutputOptions {
  /** Whether a file of that name may be replaced. */
  readonly overwrite: boolean;
}

/**
 * Writes a text to a file below `root`, whole or not at all; folders that are missing are made.
 * Where the name leads is decided after every symbolic link in it has been followed.
 *
 * @param name relative to `root`, or absolute and inside it
 * @returns the absolute path that was written
 * @throws {OutputOutsideRootError | OutputExistsError | OutputIsFolderError | OutputNotWrittenError}
 * @example const path = await writeOutput(project.root, 'prompts/plan.md', prompt, { overwrite: false });
 */
export async function writeOutput(
  root: string,
  name: string,
  text: string,
  options: OutputOptions,
): Promise<string> {
  return explaining(root, name, async () => {
    const path = await freePath(root, name, options);
    await mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, text, { replace: options.overwrite });
    return path;
  });
}

/**
 * Whether {@link writeOutput} could write there, as far as can be told beforehand: a command asks before it
 * changes anything.
 *
 * @throws {OutputOutsideRootError | OutputExistsError | OutputIsFolderError | OutputNotWrittenError}
 */
export async function checkOutput(root: string, name: string, options: OutputOptions): Promise<void> {
  await explaining(root, name, () => freePath(root, name, options));
}

async function freePath(root: string, name: string, { overwrite }: OutputOptions): Promise<string> {
  const path = await confinedPath(root, name);
  await refuseFolder(path);
  if (!overwrite && (await exists(path))) throw new OutputExistsError(path);
  return path;
}

async function explaining<Result>(root: string, name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw explained(error, name, root, resolve(root, name));
  }
}

async function refuseFolder(path: string): Promise<void> {
  const stats = await lstat(path).catch(() => null);
  if (stats?.isDirectory()) throw new OutputIsFolderError(path);
}

function explained(error: unknown, name: string, root: string, path: string): unknown {
  if (error instanceof LeadsOutside) return new OutputOutsideRootError(name, root);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const cause = { cause: error };
  const failed = (reason: string, hint: string) => new OutputNotWrittenError(path, reason, hint, cause);
  switch (code) {
    case 'EEXIST':
      return new OutputExistsError(path, cause);
    case 'ENOTDIR':
      return failed('a file stands where a folder should be', 'Name a file in another folder.');
    case 'EACCES':
    case 'EPERM':
      return failed('permission denied', 'Name a folder that you may write to.');
    case 'EROFS':
      return failed('the disk is read-only', 'Name a folder on another disk.');
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return failed('there is no room for it', 'Make room, or name a folder on another disk.');
    case 'ELOOP':
      return failed('its links lead in a circle', 'Name another file.');
    case 'ENAMETOOLONG':
      return failed('the name is too long', 'Give a shorter name.');
    case 'ERR_INVALID_ARG_VALUE':
      return failed('the name holds a character that no file may have', 'Give a plain name.');
    default:
      return error;
  }
}
