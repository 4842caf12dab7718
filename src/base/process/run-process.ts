import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Environment } from '../environment.js';
import type { ProcessEnd } from './process-end.js';
import { ProcessGroup } from './process-group.js';
import { ProcessWatch } from './process-watch.js';

/** How a program is run, and when it is ended. All times are in milliseconds. */
export interface ProcessOptions {
  /** The folder that it runs in, absolute. */
  readonly cwd: string;
  /** All of its environment. */
  readonly env: Environment;
  /** What it reads from stdin. Without it stdin is at its end from the beginning. */
  readonly input?: string | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The longest that it may run. */
  readonly timeoutMs?: number | undefined;
  /** The longest that it may print nothing. */
  readonly idleMs?: number | undefined;
  /** The most that it may print, stdout and stderr together. */
  readonly outputLimitBytes: number;
  /** How long it may take to end when it is asked to, and how long its children may hold its output. */
  readonly graceMs?: number | undefined;
  readonly onStdout?: ((chunk: Uint8Array) => void) | undefined;
  readonly onStderr?: ((chunk: Uint8Array) => void) | undefined;
}

const GRACE_MS = 2000;

/**
 * Runs a program without a shell, and whatever it starts with it: none of that group outlives the call.
 * Chunks are handed on as they come, also those that it prints while it is being ended, and never more
 * than the limit.
 *
 * @param argv the program and its arguments
 * @returns how it ended; it rejects only with what a callback throws, after the program was ended
 */
export async function runProcess(argv: readonly string[], options: ProcessOptions): Promise<ProcessEnd> {
  if (options.signal?.aborted === true) return { outcome: 'aborted' };
  const [program = '', ...args] = argv;
  try {
    const child = start(program, args, options);
    if (child.pid !== undefined) return await supervise(child, child.pid, options);
    const [error]: unknown[] = await once(child, 'error');
    return failedStart(program, options.cwd, error);
  } catch (error) {
    if (error instanceof StartFault) return failedStart(program, options.cwd, error.cause);
    throw error;
  }
}

/** Arguments that hold NUL, or are too many, make spawn throw instead of telling by an event. */
class StartFault extends Error {}

function start(program: string, args: readonly string[], { cwd, env, input }: ProcessOptions): ChildProcess {
  try {
    return spawn(program, args, {
      cwd,
      env: { ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      // It leads a group of its own, so that all of it can be ended.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
  } catch (cause) {
    throw new StartFault(program, { cause });
  }
}

function failedStart(program: string, cwd: string, error: unknown): ProcessEnd {
  const cause = error instanceof Error ? error : new Error(String(error));
  // A folder that is missing has the same code as a program that is.
  const missing = 'code' in cause && cause.code === 'ENOENT' && existsSync(cwd);
  return missing ? { outcome: 'not-found', program } : { outcome: 'not-started', program, cause };
}

async function supervise(child: ChildProcess, pid: number, options: ProcessOptions): Promise<ProcessEnd> {
  const { graceMs = GRACE_MS, input, onStdout, onStderr } = options;
  const group = new ProcessGroup(pid);
  const watch = new ProcessWatch(options, () => group.stop(graceMs));
  child.stdout?.on('data', (chunk: Uint8Array) => watch.pass(chunk, onStdout));
  child.stderr?.on('data', (chunk: Uint8Array) => watch.pass(chunk, onStderr));
  // A program that ends early breaks the pipe; how it ended says why.
  if (input !== undefined) child.stdin?.on('error', () => {}).end(input);
  const end = await endOf(child, group, graceMs);
  group.release();
  watch.end();
  return watch.reason === null ? end : { outcome: watch.reason };
}

/** Output may go on after the exit: a child holds it. It gets a grace, no more. */
function endOf(child: ChildProcess, group: ProcessGroup, graceMs: number): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    let draining: NodeJS.Timeout | undefined;
    child.once('exit', () => {
      draining = setTimeout(() => {
        group.kill();
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, graceMs);
    });
    child.once('close', (code, signal) => {
      clearTimeout(draining);
      resolve(signal === null ? { outcome: 'exited', code: code ?? 0 } : { outcome: 'signalled', signal });
    });
  });
}
