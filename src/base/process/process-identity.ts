import { hostname } from 'node:os';
import { isProcessAlive } from './is-process-alive.js';
import { processStart } from './process-start.js';

/** A process, so that another one can tell whether it is still there. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Marks when the process began: a number may be given again to another process. */
  readonly started: string;
}

export function thisProcess(): ProcessIdentity {
  const began = new Date(performance.timeOrigin).toISOString();
  return { host: hostname(), pid: process.pid, started: processStart(process.pid) ?? began };
}

/**
 * Whether a process is there no more. Of this machine's processes that is known, whatever the clock says, and whether
 * the number is another one's by now. Others are given up on when they have said nothing for long.
 *
 * @param isSilent whether it has said nothing for longer than it would if it were there
 */
export function isProcessGone({ host, pid, started }: ProcessIdentity, isSilent: boolean): boolean {
  const here = thisProcess();
  if (host !== here.host) return isSilent;
  if (pid === here.pid) return started !== here.started;
  if (!isProcessAlive(pid)) return true;
  const start = processStart(pid);
  return start === null ? isSilent : start !== started;
}
