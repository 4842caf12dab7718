import { readFileSync } from 'node:fs';

/**
 * A mark of when a process of this machine began: another process that has its number later has another one, and
 * changing the clock changes nothing about it. Null where the system tells none, or there is no such process.
 *
 * @example processStart(process.pid) === '1830637a-d5e1-4efe-a90c-9246ef27de9f/650077'
 */
export function processStart(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may have blanks and brackets itself.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[TICKS_AFTER_NAME];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}

/** The 22nd field of all (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html), counted from the third. */
const TICKS_AFTER_NAME = 19;
