import { randomBytes } from 'node:crypto';
import { chmod, link, open, rename, rm, stat } from 'node:fs/promises';

export interface WriteOptions {
  /** Whether a file of that name may be replaced. */
  readonly replace: boolean;
  /** The rights of a new file; the system's usual ones unless given. */
  readonly mode?: number;
}

/** Takes a content piece by piece: each is written when the promise is fulfilled. */
export type TextSink = (piece: string | Uint8Array) => Promise<void>;

/** A content that is too large to be held at once is handed over piece by piece. */
export type FileContent = string | Uint8Array | ((sink: TextSink) => Promise<void>);

/**
 * Writes a file so that its name never stands for half a text: the content goes to a neighbour first and
 * takes the name when it is complete and on disk.
 *
 * @throws EEXIST when there is a file of that name that may not be replaced, and any other system error;
 * then nothing is left behind
 * @example await writeAtomically('/home/me/plan.md', text, { replace: false });
 */
export async function writeAtomically(
  path: string,
  content: FileContent,
  { replace, mode }: WriteOptions,
): Promise<void> {
  const neighbour = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeDurably(neighbour, content, mode);
    await (replace ? replaceFile(neighbour, path) : takeFreeName(neighbour, path));
  } finally {
    await rm(neighbour, { force: true });
  }
}

async function writeDurably(path: string, content: FileContent, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    // Each call goes on where the one before ended.
    if (typeof content === 'function') await content((piece) => file.writeFile(piece));
    else await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function replaceFile(neighbour: string, path: string): Promise<void> {
  const replaced = await stat(path).catch(() => null);
  if (replaced !== null) await chmod(neighbour, replaced.mode);
  await rename(neighbour, path);
}

/** A link, unlike a rename, fails when somebody else has taken the name in the meantime. */
async function takeFreeName(neighbour: string, path: string): Promise<void> {
  try {
    await link(neighbour, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await claimName(path);
    await rename(neighbour, path);
  }
}

/** For disks that know no links (exFAT, some network drives). */
async function claimName(path: string): Promise<void> {
  const claim = await open(path, 'wx');
  await claim.close();
}
