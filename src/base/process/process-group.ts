import { spawn } from 'node:child_process';
import { type EndSignal, endSignals } from './end-signals.js';

/** The groups that run now; they must not outlive this process. */
const living = new Set<ProcessGroup>();

/**
 * A program and all that it started, ended together. On POSIX it is the group that a detached program
 * leads; on Windows the tree below it.
 */
export class ProcessGroup {
  readonly #leader: number;
  #killing: NodeJS.Timeout | null = null;

  constructor(leader: number) {
    this.#leader = leader;
    if (living.size === 0) watchEnd();
    living.add(this);
  }

  /** Asks the group to end, and ends it when it has not within the time, in milliseconds. */
  stop(graceMs: number): void {
    if (this.#killing !== null) return;
    this.#killing = setTimeout(() => this.kill(), graceMs);
    signalGroup(this.#leader, 'SIGTERM');
  }

  /** Ends what there is of it. */
  kill(): void {
    signalGroup(this.#leader, 'SIGKILL');
  }

  /** Ends what its leader left behind, and forgets it. Only to be called when the leader has ended. */
  release(): void {
    if (this.#killing !== null) clearTimeout(this.#killing);
    // A tree is found by its leader, and that id may be another program's by now; a group keeps its id.
    if (process.platform !== 'win32') this.kill();
    living.delete(this);
    if (living.size === 0) forgetEnd();
  }
}

/** A signal that nobody listens to ends a process without an exit. */
function watchEnd(): void {
  process.on('exit', killLiving);
  for (const signal of endSignals) process.on(signal, endUnheard);
}

function forgetEnd(): void {
  process.off('exit', killLiving);
  for (const signal of endSignals) process.off(signal, endUnheard);
}

function killLiving(): void {
  for (const group of living) group.kill();
}

/** Whoever else listens decides what becomes of this process; otherwise the signal does what it always does. */
function endUnheard(signal: EndSignal): void {
  if (process.listenerCount(signal) > 1) return;
  killLiving();
  forgetEnd();
  process.kill(process.pid, signal);
}

function signalGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    // There is no signal that asks: a console program is ended, or not.
    spawn('taskkill', ['/pid', String(leader), '/t', '/f'], { stdio: 'ignore' }).once('error', () => {});
    return;
  }
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of it is left.
  }
}
