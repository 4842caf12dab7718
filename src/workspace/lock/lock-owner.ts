import { hostname } from 'node:os';
import { isProcessAlive } from '../../base/process/is-process-alive.js';

/** Who holds a lock. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When it was taken, in milliseconds since 1970. */
  readonly at: number;
}

/** A change takes milliseconds; a lock this old was left behind, by a machine that cannot be asked. */
const LONGEST_HELD_MS = 10 * 60_000;

/** This process, as the owner of a lock that it takes now. */
export function thisProcess(): LockOwner {
  return { pid: process.pid, host: hostname(), at: Date.now() };
}

/** The owner that a lock file names; null when nobody can tell, as in a file that is no lock's. */
export function readOwner(content: string): LockOwner | null {
  try {
    const { pid, host, at }: Partial<LockOwner> = JSON.parse(content);
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof at !== 'number') return null;
    return { pid, host, at };
  } catch {
    return null;
  }
}

/** Whether the owner is gone: a process of this machine that ended, or a lock that is older than any work. */
export function isGone({ pid, host, at }: LockOwner): boolean {
  if (Date.now() - at > LONGEST_HELD_MS) return true;
  return host === hostname() && !isProcessAlive(pid);
}
