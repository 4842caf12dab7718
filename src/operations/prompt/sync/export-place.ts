import { readFile, stat } from 'node:fs/promises';
import { confinedPath, LeadsOutside } from '../../../base/files/confined-path.js';
import { writeRefusal } from '../../../base/files/write-refusal.js';
import { FileNotWrittenError } from '../../../base/files/write-text-file.js';
import { formatBytes } from '../../../base/text/format-bytes.js';
import { PROMPT_FILE_BYTES } from '../../../formats/index.js';

/** Where a file goes, and what lies there. */
export interface ExportPlace {
  /** Behind all links. */
  readonly path: string;
  /** Null when there is nothing yet. */
  readonly text: string | null;
}

/**
 * The place of a file below a folder.
 *
 * @param file relative to the folder, with `/`
 * @throws FileNotWrittenError when it leads out of the folder, or something else than a file of prompts lies there
 */
export async function exportPlace(folder: string, file: string): Promise<ExportPlace> {
  try {
    const path = await confinedPath(folder, file);
    return { path, text: await textAt(path, file) };
  } catch (error) {
    if (error instanceof LeadsOutside) throw notWritten(file, 'it would lie outside of the folder', error);
    const refusal = writeRefusal(error);
    throw refusal === null ? error : notWritten(file, refusal.reason, error);
  }
}

async function textAt(path: string, file: string): Promise<string | null> {
  const found = await statOrNull(path);
  if (found === null) return null;
  if (!found.isFile()) throw notWritten(file, 'what lies there is no ordinary file');
  if (found.size > PROMPT_FILE_BYTES) {
    throw notWritten(file, `what lies there has ${formatBytes(found.size)}, and is no prompt`);
  }
  return readFile(path, 'utf8');
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function notWritten(file: string, reason: string, cause?: unknown): FileNotWrittenError {
  return new FileNotWrittenError(
    `${file} was not written: ${reason}.`,
    { hint: 'Give the prompt another name, or export into another folder.' },
    { cause },
  );
}
