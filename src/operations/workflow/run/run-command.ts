import type { ProcessEnd } from '../../../base/process/process-end.js';
import { runProcess } from '../../../base/process/run-process.js';
import type { CommandOutcome, CommandTask } from '../../../engine/workflow/run/task.js';
import { CommandEndedError } from './errors.js';

/** What is printed becomes a value that later steps see. In bytes. */
const OUTPUT_LIMIT = 4_000_000;

/** Where a command runs, and who may end it. */
export interface CommandPlace {
  /** The folder, absolute. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Is told of what it prints, as it comes. */
  readonly onOutput?: (chunk: Uint8Array) => void;
}

/**
 * Runs a program without a shell to its end. It gets this process's environment, as it would by hand.
 *
 * @throws CommandEndedError when it cannot be started, or is ended by something else than itself
 * @throws the signal's reason when it is aborted
 */
export async function runCommand(
  { command, input }: Pick<CommandTask, 'command' | 'input'>,
  { folder, signal, onOutput }: CommandPlace,
): Promise<CommandOutcome> {
  const [out, err]: [Uint8Array[], Uint8Array[]] = [[], []];
  const into = (chunks: Uint8Array[]) => (chunk: Uint8Array) => {
    chunks.push(chunk);
    onOutput?.(chunk);
  };
  const end = await runProcess(command, {
    cwd: folder,
    env: process.env,
    input: input ?? undefined,
    signal,
    outputLimitBytes: OUTPUT_LIMIT,
    onStdout: into(out),
    onStderr: into(err),
  });
  signal.throwIfAborted();
  return { stdout: textOf(out), stderr: textOf(err), exit_code: exitCodeOf(command[0] ?? '', end) };
}

function exitCodeOf(program: string, end: ProcessEnd): number {
  if (end.outcome === 'exited') return end.code;
  throw new CommandEndedError(`${program} ${whyEnded(end)}.`, {
    hint:
      end.outcome === 'not-found'
        ? 'No shell reads the command: give a program and its arguments.'
        : undefined,
  });
}

function whyEnded(end: Exclude<ProcessEnd, { outcome: 'exited' }>): string {
  switch (end.outcome) {
    case 'signalled':
      return `was ended from outside (${end.signal})`;
    case 'not-found':
      return 'cannot be started: no program has that name';
    case 'not-started':
      return `cannot be started: ${end.cause.message}`;
    case 'too-much-output':
      return `printed more than ${OUTPUT_LIMIT} bytes`;
    default:
      return 'was ended';
  }
}

function textOf(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString();
}
