import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../base/environment.js';
import type { Streams } from '../streams.js';
import { EditorFailedError } from './errors.js';
import { readFileWithin } from './read-file.js';
import { splitCommand } from './split-command.js';

export interface EditRequest {
  /** What is written, as it reads in a sentence: "the feature request". */
  readonly what: string;
  /** What the editor starts with. */
  readonly draft: string;
  readonly limitBytes: number;
}

/**
 * The text that a person writes in their editor (`VISUAL`, then `EDITOR`) in a temporary file. The file is
 * removed once its text is safely read; whatever goes wrong, a text that a person wrote stays on disk.
 *
 * @throws {EditorFailedError} the editor did not start or did not end well; it says where the text is kept
 * @throws {InputTooLargeError} the text is longer than `limitBytes`; its file is kept
 * @example const bytes = await editText({ what: 'the answer', draft: '', limitBytes: 1e6 }, streams, env);
 */
export async function editText(
  request: EditRequest,
  streams: Streams,
  env: Environment,
): Promise<Uint8Array> {
  const command = editorCommand(env);
  const argv = splitCommand(command);
  const folder = await mkdtemp(join(tmpdir(), 'prompt-runner-'));
  const file = join(folder, `${request.what.replace(/[^a-z]+/gi, '-')}.md`);
  await writeFile(file, request.draft, { mode: 0o600 });
  const failure = await run([...argv, file], streams);
  if (failure !== null) {
    const keptAt = (await isUnwritten(file, request.draft)) ? null : file;
    if (keptAt === null) await rm(folder, { recursive: true });
    throw new EditorFailedError(command, failure.reason, keptAt, { cause: failure.cause });
  }
  const bytes = await readFileWithin(file, request.limitBytes);
  await rm(folder, { recursive: true });
  return bytes;
}

function editorCommand(env: Environment): string {
  const set = [env.VISUAL, env.EDITOR].find((command) => command !== undefined && command.trim() !== '');
  return set ?? (process.platform === 'win32' ? 'notepad' : 'vi');
}

async function isUnwritten(file: string, draft: string): Promise<boolean> {
  const written = await readFile(file, 'utf8').catch(() => '');
  return written.trim() === '' || written === draft;
}

interface EditorFailure {
  readonly reason: string;
  readonly cause?: unknown;
}

/**
 * Runs the editor to its end. Its output never mixes with ours: when stdout is not a terminal it is
 * somebody's data. Ctrl-C belongs to the editor meanwhile.
 */
function run([program = '', ...args]: readonly string[], { stdout }: Streams): Promise<EditorFailure | null> {
  const ignoreInterrupt = () => {};
  process.on('SIGINT', ignoreInterrupt);
  return new Promise<EditorFailure | null>((resolve) => {
    const editor = spawn(program, args, { stdio: ['inherit', stdout.isTerminal ? 'inherit' : 2, 'inherit'] });
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
