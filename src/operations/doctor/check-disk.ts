import { statfs } from 'node:fs/promises';
import { existingFolder } from '../../base/files/existing-folder.js';
import { formatBytes } from '../../base/text/format-bytes.js';
import { ok, problem, warning } from './finding.js';
import type { Finding } from './outputs.js';

const CHECK = 'disk space';
/** Free space, in bytes, below which a store may not be able to grow. */
const NO_ROOM = 100_000_000;
const LITTLE_ROOM = 1_000_000_000;

/** The room that a store has where it lies, or would lie. */
export async function checkDisk(location: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(existingFolder(location));
  const free = bavail * bsize;
  const says = `${formatBytes(free)} free`;
  const fix = 'Make room, or choose a store on another disk: prompt-runner config set store PATH';
  if (free < NO_ROOM) return problem(CHECK, says, fix);
  return free < LITTLE_ROOM ? warning(CHECK, says, fix) : ok(CHECK, says);
}
