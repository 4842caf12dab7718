import type { Environment } from '../../../base/environment.js';
import { runProcess } from '../../../base/process/run-process.js';
import type { TryCommand } from '../../../engine/experiment/measure-answer.js';
import { CheckCommandError } from './errors.js';

const TIMEOUT_MS = 60_000;
/** Nobody reads what is printed. */
const OUTPUT_LIMIT = 1_000_000;

/** What a program needs to find its way; keys and other secrets stay here. */
const PASSED_ON: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TMPDIR', 'TEMP', 'TMP'],
  ...['SystemRoot', 'USERPROFILE', 'PATHEXT', 'ComSpec'],
]);

/** Where the programs of checks run, and who may end them. */
export interface CommandPlace {
  /** Absolute. */
  readonly folder: string;
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/**
 * Runs programs that judge answers: the answer is on stdin, and 0 at the end says that it holds. One that takes longer
 * than a minute, or prints without end, is ended, and what it judged does not hold.
 *
 * @throws CheckCommandError when a program cannot be started: that says nothing of the answer
 */
export function checkCommands({ folder, env, signal }: CommandPlace): TryCommand {
  const passedOn = Object.fromEntries(Object.entries(env).filter(([name]) => PASSED_ON.has(name)));
  return async (command, answer) => {
    const end = await runProcess(command, {
      ...{ cwd: folder, env: passedOn, input: answer, signal },
      ...{ timeoutMs: TIMEOUT_MS, outputLimitBytes: OUTPUT_LIMIT },
    });
    signal.throwIfAborted();
    if (end.outcome === 'not-found' || end.outcome === 'not-started')
      throw new CheckCommandError(`The program "${end.program}" of a check cannot be started.`, {
        hint: 'No shell reads the command: give a program and its arguments. Then run the experiment again.',
      });
    return end.outcome === 'exited' && end.code === 0;
  };
}

/** Nobody has agreed that programs run: what they would say stays unknown. */
export const noCommands: TryCommand = async () => null;
