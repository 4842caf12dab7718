import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTextFile } from '../../../base/files/write-text-file.js';
import { leftOutByName } from '../../../repository/files/left-out.js';
import { shownPath } from '../../../repository/text/shown-path.js';
import { ToolRefusedError } from '../../../repository/tools/errors.js';
import { placeInRoot } from '../../../repository/tools/place-in-root.js';
import { utf8Text } from '../../template/utf8-text.js';
import { StepFileError } from './errors.js';

/** Larger files are data, and do not fit into a prompt. In bytes. */
const LARGEST = 10_000_000;

/** The files that steps may read and write: those of the codebase, symlinks resolved. */
export class RootFiles {
  readonly #root: string;

  /** @param root the folder, absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws StepFileError, NotUtf8Error */
  async read(path: string): Promise<string> {
    const place = await this.#place(path);
    if (leftOutByName(place) === 'secret') {
      throw new StepFileError(`"${shownPath(path)}" is made for credentials, which no step reads.`);
    }
    return utf8Text(await bytesOf(join(this.#root, place), path), path);
  }

  /** @throws StepFileError, FileNotWrittenError */
  async write(path: string, text: string): Promise<void> {
    const place = await this.#place(path);
    if (place === '') throw new StepFileError('There is no name to write to: the path is empty.');
    await writeTextFile(join(this.#root, place), text, { replace: true });
  }

  /** A folder inside the root, absolute; the root itself for null. @throws StepFileError */
  async folder(path: string | null): Promise<string> {
    return path === null ? this.#root : join(this.#root, await this.#place(path));
  }

  async #place(path: string): Promise<string> {
    try {
      return await placeInRoot(this.#root, path);
    } catch (error) {
      if (!(error instanceof ToolRefusedError)) throw error;
      throw new StepFileError(`"${shownPath(path)}" is outside of ${this.#root}, or belongs to git.`, {
        hint: 'Steps read and write files inside the folder of the codebase.',
      });
    }
  }
}

async function bytesOf(file: string, path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) throw new StepFileError(`"${shownPath(path)}" is no file.`);
    if (stats.size > LARGEST) throw new StepFileError(`"${shownPath(path)}" has more than ${LARGEST} bytes.`);
    return await readFile(file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) throw cause;
    const why = cause.code === 'ENOENT' ? 'there is none of that name' : String(cause.code);
    throw new StepFileError(`"${shownPath(path)}" cannot be read: ${why}.`, {}, { cause });
  }
}
