import { spawn } from 'node:child_process';
import type { Environment } from '../../base/environment.js';
import { splitCommand } from '../../base/text/split-command.js';
import type { Streams } from '../streams.js';

/** A person's editor: as they named it, and as it is started. */
export interface Editor {
  readonly command: string;
  readonly argv: readonly string[];
}

/**
 * The editor in `VISUAL`, then `EDITOR`, then the one that every system has.
 *
 * @throws {UnbalancedQuoteError}
 */
export function editorOf(env: Environment): Editor {
  const set = [env.VISUAL, env.EDITOR].find((named) => named !== undefined && named.trim() !== '');
  const command = set ?? (process.platform === 'win32' ? 'notepad' : 'vi');
  return { command, argv: splitCommand(command) };
}

/** Why an editor did not do its work. */
export interface EditorFailure {
  readonly reason: string;
  readonly cause?: unknown;
}

/**
 * Runs the editor to its end. Its output never mixes with ours: when stdout is not a terminal it is
 * somebody's data. Ctrl-C belongs to the editor meanwhile.
 */
export function runEditor(
  { argv: [program = '', ...args] }: Editor,
  file: string,
  { stdout }: Streams,
): Promise<EditorFailure | null> {
  const ignoreInterrupt = () => {};
  process.on('SIGINT', ignoreInterrupt);
  return new Promise<EditorFailure | null>((resolve) => {
    const editor = spawn(program, [...args, file], {
      stdio: ['inherit', stdout.isTerminal ? 'inherit' : 2, 'inherit'],
    });
    editor.once('error', (cause) => resolve({ reason: startFailure(cause), cause }));
    editor.once('close', (status, signal) => resolve(endFailure(status, signal)));
  }).finally(() => process.off('SIGINT', ignoreInterrupt));
}

function startFailure(cause: NodeJS.ErrnoException): string {
  return cause.code === 'ENOENT' ? 'was not found' : `did not start (${cause.message})`;
}

function endFailure(status: number | null, signal: NodeJS.Signals | null): EditorFailure | null {
  if (status === 0) return null;
  return { reason: signal === null ? `ended with status ${status}` : `was ended by ${signal}` };
}
