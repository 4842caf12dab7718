import { dirname } from 'node:path';
import { PromptRunnerError } from '../errors.js';
import { makeFolders } from './make-folders.js';
import { type WriteOptions, writeAtomically } from './write-atomically.js';
import { writeRefusal } from './write-refusal.js';

/** The system refuses to write a file that the program keeps; it is as it was before. */
export class FileNotWrittenError extends PromptRunnerError {
  readonly code = 'FILE_NOT_WRITTEN';
  readonly kind = 'failed';
}

/**
 * Writes a file whole or not at all, and makes the folders that are missing.
 *
 * @returns the outermost folder that was made, or undefined when all were there
 * @throws FileNotWrittenError when the system refuses
 */
export async function writeTextFile(
  path: string,
  text: string,
  options: WriteOptions,
): Promise<string | undefined> {
  try {
    const made = makeFolders(dirname(path));
    await writeAtomically(path, text, options);
    return made;
  } catch (error) {
    const refusal = writeRefusal(error);
    if (refusal === null) throw error;
    throw new FileNotWrittenError(
      `${path} could not be written: ${refusal.reason}.`,
      { hint: `Look at the file and its folder: ls -ld ${dirname(path)}` },
      { cause: error },
    );
  }
}
