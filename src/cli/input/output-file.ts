import { lstat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { confinedPath, exists, LeadsOutside } from '../../base/files/confined-path.js';
import { makeFolders } from '../../base/files/make-folders.js';
import { type TextSink, writeAtomically } from '../../base/files/write-atomically.js';
import { writeRefusal } from '../../base/files/write-refusal.js';
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
 * @param text whole, or a function that hands it over piece by piece
 * @returns the absolute path that was written
 * @throws {OutputOutsideRootError | OutputExistsError | OutputIsFolderError | OutputNotWrittenError}
 * @example const path = await writeOutput(project.root, 'prompts/plan.md', prompt, { overwrite: false });
 */
export async function writeOutput(
  root: string,
  name: string,
  text: string | ((sink: TextSink) => Promise<void>),
  options: OutputOptions,
): Promise<string> {
  return explaining(root, name, async () => {
    const path = await freePath(root, name, options);
    makeFolders(dirname(path));
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
  const cause = { cause: error };
  if (error instanceof LeadsOutside) return new OutputOutsideRootError(name, root);
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
    return new OutputExistsError(path, cause);
  const refusal = writeRefusal(error);
  return refusal === null ? error : new OutputNotWrittenError(path, refusal.reason, refusal.hint, cause);
}
