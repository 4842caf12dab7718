import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { PromptRunnerError } from '../../../base/errors.js';
import {
  type FormatId,
  PROMPT_FILE_BYTES,
  type SourceFile,
  sourceFile,
  UnreadablePromptFileError,
} from '../../../formats/index.js';
import { NotFoundError } from '../../errors.js';

const MOST_FILES = 200_000;
const PROMPT_FILE = /\.(?:md|prompt|prompty|ya?ml)$/i;
const PASSED_OVER = /^(?:\.git|node_modules)$/;
/** Formats whose files belong together with others of their folder. */
const WITH_NEIGHBOURS: ReadonlySet<FormatId | undefined> = new Set(['fabric', 'promptfoo']);

/** There are more files than can be meant. */
export class TooManyFilesError extends PromptRunnerError {
  readonly code = 'TOO_MANY_FILES';
  readonly kind = 'failed';
}

/**
 * The files that may hold prompts: one, or all below a folder in the order of their names. Links are not
 * followed, so that nothing outside of the folder is read.
 *
 * @returns paths relative to the folder, with `/`; for a single file its name
 * @throws NotFoundError when there is nothing of that name
 * @throws TooManyFilesError
 */
export async function promptFilesAt(
  path: string,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const found = await lstat(path).catch(() => null);
  if (found === null) {
    throw new NotFoundError('FOLDER_NOT_FOUND', `There is no file or folder ${path}.`, {
      hint: 'Check the path; it is taken from the working directory.',
    });
  }
  if (!found.isDirectory()) return { folder: dirname(path), files: [basename(path)] };
  const files: string[] = [];
  for await (const file of filesBelow(path)) {
    if (files.length === MOST_FILES) {
      throw new TooManyFilesError(`${path} holds more than ${MOST_FILES} files that may be prompts.`, {
        hint: 'Name a folder further down.',
      });
    }
    files.push(relative(path, file).replaceAll(sep, '/'));
  }
  return { folder: path, files };
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readable(folder, readdir(folder, { withFileTypes: true }));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (PASSED_OVER.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && PROMPT_FILE.test(entry.name)) yield path;
  }
}

/**
 * Reads a file, with those of its folder where the format wants them.
 *
 * @throws UnreadablePromptFileError where it is too large, or no text
 */
export async function readPromptFile(
  folder: string,
  file: string,
  format: FormatId | undefined,
): Promise<SourceFile> {
  const text = await readLimited(folder, file);
  const beside = WITH_NEIGHBOURS.has(format) ? await neighboursOf(folder, file) : undefined;
  return beside === undefined ? text : { ...text, beside };
}

async function readLimited(folder: string, file: string): Promise<SourceFile> {
  const path = join(folder, file);
  const found = await readable(file, lstat(path));
  if (!found.isFile()) throw new UnreadablePromptFileError(file, 'it is no ordinary file');
  // Read no further than it takes to say that it is too large.
  if (found.size > PROMPT_FILE_BYTES) return sourceFile(file, Buffer.alloc(PROMPT_FILE_BYTES + 1, 0x20));
  return sourceFile(file, await readable(file, readFile(path)));
}

/** What the system refuses to read, such as a name that is no UTF-8, is the fault of that file alone. */
async function readable<Read>(file: string, reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UnreadablePromptFileError(file, `the system refuses it (${error.code})`, null, {
      hint: 'Look whether it is still there, whether its name is UTF-8, and whether you may read it.',
    });
  }
}

async function neighboursOf(folder: string, file: string): Promise<ReadonlyMap<string, string>> {
  const place = dirname(join(folder, file));
  const entries = await readdir(place, { withFileTypes: true });
  const neighbours = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name === basename(file)) continue;
    const read = await readLimited(place, entry.name).catch(() => null);
    if (read !== null) neighbours.set(entry.name, read.text);
  }
  return neighbours;
}
