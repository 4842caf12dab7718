import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '../../base/environment.js';
import { shellWord } from '../../base/text/shell-word.js';
import { KeyFileError } from './errors.js';

/** Anybody but the owner. */
const OTHERS = 0o077;

/** The file in the person's configuration folder that holds keys, a line `NAME=value` each. */
export function keyFileIn(configFolder: string): string {
  return join(configFolder, 'keys.env');
}

/**
 * The variables of the file of keys; none when there is no such file.
 *
 * @throws KeyFileError when others may read it, or when it cannot be read
 */
export function readKeyFile(file: string): Environment {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) throw openToOthers(file);
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof KeyFileError) throw error;
    if (isAbsent(error)) return {};
    throw new KeyFileError(`The file of keys ${file} cannot be read: ${reasonOf(error)}.`, {
      hint: 'Mend the file or move it away.',
    });
  }
}

/** The variables of a `.env`; none when there is no such file, or when it cannot be read. */
export function readDotEnv(folder: string): Environment {
  try {
    return parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
  } catch {
    // It belongs to the user's own application: whatever is wrong with it is no concern of ours.
    return {};
  }
}

function openToOthers(file: string): KeyFileError {
  return new KeyFileError(`The file of keys ${file} is open to others than its owner, and is not read.`, {
    hint: 'Take the rights of others away.',
    next: `chmod 600 ${shellWord(file)}`,
  });
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
