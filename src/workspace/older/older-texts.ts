import { basename, posix } from 'node:path';
import { WorkspaceNameOutsideError } from '../errors.js';
import type { WorkspaceFiles } from '../files/workspace-files.js';
import type { SessionFile } from '../session-file.js';
import { type TextKey, textKeys } from '../text-keys.js';

/** A text of the older tool, as it lies in its file. */
export interface OlderText {
  /** The file's name in the workspace. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type OlderTexts = Readonly<Record<TextKey, OlderText | null>>;

/** Reads the texts that a session's file names; null for those that are not named or not there. */
export async function readOlderTexts(files: WorkspaceFiles, session: SessionFile): Promise<OlderTexts> {
  const read = textKeys.map(async (key) => [key, await readText(files, session.files[key] ?? null)] as const);
  return Object.fromEntries(await Promise.all(read)) as Record<TextKey, OlderText | null>;
}

/**
 * The older tool wrote some names from the folder that it ran in, or whole paths. When the name as it
 * stands leads to nothing, or out of the workspace, its last part is looked for among the outputs.
 */
async function readText(files: WorkspaceFiles, named: string | null): Promise<OlderText | null> {
  if (named === null || named === '') return null;
  const plain = named.replaceAll('\\', '/');
  for (const name of [plain, posix.join('outputs', basename(plain))]) {
    const bytes = await readInside(files, name);
    if (bytes !== null) return { name, bytes };
  }
  return null;
}

async function readInside(files: WorkspaceFiles, name: string): Promise<Buffer | null> {
  try {
    return await files.read(name);
  } catch (error) {
    if (error instanceof WorkspaceNameOutsideError) return null;
    throw error;
  }
}
