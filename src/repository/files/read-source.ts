import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type LeftOutReason, leftOutByName } from './left-out.js';

export type SourceFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'left-out'; readonly reason: LeftOutReason };

/** Larger files are data, or made by a program. In bytes. */
const LARGEST = 1 << 20;
/** Where a NUL tells that a file is no text. In bytes. */
const TEXT_PROOF = 8192;

/**
 * What is in a file of the listing, if it is text that may be shown. A link is not followed.
 *
 * @param path as `listFiles` gives it
 * @param most bytes of it that are wanted
 */
export async function readSource(root: string, path: string, most = LARGEST): Promise<SourceFile> {
  const reason = leftOutByName(path);
  if (reason !== null) return leftOut(reason);
  try {
    return await readText(join(root, path), most);
  } catch (error) {
    const isLink = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    return leftOut(isLink ? 'no-file' : 'unreadable');
  }
}

async function readText(path: string, most: number): Promise<SourceFile> {
  // A pipe would wait for its writer. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return leftOut('no-file');
    if (stats.size > LARGEST) return leftOut('too-large');
    const buffer = Buffer.allocUnsafe(Math.min(stats.size, most));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.subarray(0, TEXT_PROOF).includes(0)) return leftOut('binary');
    return { kind: 'text', text: bytes.toString() };
  } finally {
    await file.close();
  }
}

function leftOut(reason: LeftOutReason): SourceFile {
  return { kind: 'left-out', reason };
}
