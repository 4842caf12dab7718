import { type ChildProcess, spawn } from 'node:child_process';
import type { Environment } from '../../base/environment.js';
import { collectBytes } from '../streams/collect-bytes.js';
import type { ArgumentVector } from './clipboard-program.js';
import { InputTooLargeError } from './errors.js';

/** A clipboard program that waits longer than this, in milliseconds, has nobody to talk to. */
const PATIENCE = 3000;

/** Gives the bytes to the program's stdin. Rejects when it is missing, fails or takes longer than 3 s. */
export async function giveToProgram(
  argv: ArgumentVector,
  bytes: Uint8Array,
  env: Environment,
): Promise<void> {
  // xclip and wl-copy leave a child behind that serves the clipboard: an open stdout would keep us waiting.
  const [program, ...args] = argv;
  const running = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], ...bounds(env) });
  // A program that ends early breaks the pipe; how it ended says why.
  running.stdin.on('error', () => {}).end(bytes);
  await ending(running, argv, 'exit');
}

/** All that the program prints. Rejects as `giveToProgram` does, and with InputTooLargeError. */
export async function takeFromProgram(
  argv: ArgumentVector,
  limitBytes: number,
  env: Environment,
): Promise<Uint8Array> {
  const [program, ...args] = argv;
  const running = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], ...bounds(env) });
  const [reading, end] = await Promise.allSettled([
    collectBytes(running.stdout, limitBytes),
    ending(running, argv, 'close'),
  ]);
  // A program whose output nobody takes any more fails in its turn; the reading knows the reason.
  if (reading.status === 'rejected' && reading.reason instanceof InputTooLargeError) throw reading.reason;
  if (end.status === 'rejected') throw end.reason;
  if (reading.status === 'rejected') throw reading.reason;
  return reading.value;
}

function bounds(env: Environment) {
  return { env: { ...env }, timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
}

function ending(running: ChildProcess, [program]: ArgumentVector, event: 'exit' | 'close'): Promise<void> {
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once(event, (status: number | null, signal: string | null) => {
      if (status === 0) resolve();
      else reject(new Error(`${program} ended with ${signal ?? `status ${status}`}`));
    });
  });
}
