import { hostname } from 'node:os';
import { isProcessAlive } from '../../base/process/is-process-alive.js';
import { processStart } from '../../base/process/process-start.js';

/** Who holds a lock. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When it was taken, in milliseconds since 1970. */
  readonly at: number;
  /** Marks when the process began, where the system tells. */
  readonly started: string | null;
}

/** A change takes milliseconds; a lock this old was left behind, by a machine that cannot be asked. */
const LONGEST_HELD_MS = 10 * 60_000;

/** This process, as the owner of a lock that it takes now. */
export function thisProcess(): LockOwner {
  return { pid: process.pid, host: hostname(), at: Date.now(), started: processStart(process.pid) };
}

/** The owner that a lock file names; null when nobody can tell, as in a file that is no lock's. */
export function readOwner(content: string): LockOwner | null {
  try {
    const { pid, host, at, started = null }: Partial<LockOwner> = JSON.parse(content);
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof at !== 'number') return null;
    return { pid, host, at, started: typeof started === 'string' ? started : null };
  } catch {
    return null;
  }
}

/**
 * Whether the owner is gone: a process of this machine that ended, whatever the clock says, or a lock that is older
 * than any work.
 */
export function isGone({ pid, host, at, started }: LockOwner): boolean {
  const isOld = Date.now() - at > LONGEST_HELD_MS;
  if (host !== hostname()) return isOld;
  if (!isProcessAlive(pid)) return true;
  return started === null ? isOld : processStart(pid) !== started;
}
