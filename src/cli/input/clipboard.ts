import type { Environment } from '../../base/environment.js';
import type { OutputStream, Streams } from '../streams.js';
import { type ClipboardProgram, clipboardPrograms } from './clipboard-program.js';
import { ClipboardUnavailableError, InputTooLargeError } from './errors.js';
import { giveToProgram, takeFromProgram } from './run-clipboard-program.js';
import { TERMINAL_CLIPBOARD_BYTES, terminalClipboardSequence } from './terminal-clipboard.js';

/**
 * Where a copied text went: to a program, which has confirmed it, or to the terminal, which was asked
 * and does not answer.
 */
export type ClipboardRoute = 'program' | 'terminal';

/**
 * Puts a text into the clipboard, within a few seconds or not at all.
 *
 * @throws {ClipboardUnavailableError} neither a program nor a terminal can take it
 * @example const route = await copyToClipboard(prompt, streams, process.env);
 */
export async function copyToClipboard(
  text: string,
  streams: Streams,
  env: Environment,
): Promise<ClipboardRoute> {
  const bytes = Buffer.from(text);
  const failures: unknown[] = [];
  for (const { copy } of clipboardPrograms(env, process.platform)) {
    try {
      await giveToProgram(copy, bytes, env);
      return 'program';
    } catch (error) {
      failures.push(error);
    }
  }
  if (!(await copyThroughTmux(bytes, env))) copyThroughTerminal(bytes, streams, env, failures);
  return 'terminal';
}

/**
 * The bytes of the clipboard, unchanged.
 *
 * @throws {ClipboardUnavailableError} no program can read it; a terminal is not asked, since most refuse
 * @throws {InputTooLargeError}
 */
export async function pasteFromClipboard(env: Environment, limitBytes: number): Promise<Uint8Array> {
  const failures: unknown[] = [];
  for (const { paste } of clipboardPrograms(env, process.platform)) {
    try {
      return await takeFromProgram(paste, limitBytes, env);
    } catch (error) {
      if (error instanceof InputTooLargeError) throw error;
      failures.push(error);
    }
  }
  throw new ClipboardUnavailableError(
    `The clipboard cannot be read${whyNot(env, failures)}.`,
    'Paste the text into a file and give it with --file PATH, or use --edit.',
    { cause: new AggregateError(failures) },
  );
}

const COPY_WAY_AROUND = 'Write it to a file with --out NAME and copy it from there.';

/** tmux hands its buffer to the terminal's clipboard by itself; a wrapped sequence it drops by default. */
async function copyThroughTmux(bytes: Uint8Array, env: Environment): Promise<boolean> {
  if (!env.TMUX) return false;
  const taken = giveToProgram(['tmux', 'load-buffer', '-w', '-'], bytes, env);
  return taken.then(
    () => true,
    () => false,
  );
}

function copyThroughTerminal(
  bytes: Uint8Array,
  { stdout, stderr }: Streams,
  env: Environment,
  failures: readonly unknown[],
): void {
  const terminal = [stderr, stdout].find((stream): stream is OutputStream => stream.isTerminal);
  if (terminal === undefined || env.TERM === 'dumb') {
    throw new ClipboardUnavailableError(
      `The clipboard cannot be reached${whyNot(env, failures)}.`,
      COPY_WAY_AROUND,
      { cause: new AggregateError(failures) },
    );
  }
  if (bytes.length > TERMINAL_CLIPBOARD_BYTES) {
    throw new ClipboardUnavailableError(
      `The text is too long to be copied through the terminal (${bytes.length} bytes, at most ${TERMINAL_CLIPBOARD_BYTES}).`,
      COPY_WAY_AROUND,
    );
  }
  terminal.write(terminalClipboardSequence(bytes, env));
}

function whyNot(env: Environment, failures: readonly unknown[]): string {
  const tried: readonly ClipboardProgram[] = clipboardPrograms(env, process.platform);
  if (tried.length > 0) {
    const programs = tried.map(({ copy: [program] }) => program).join(' and ');
    if (failures.some(ranButFailed)) return `: ${programs} failed`;
    return `: ${programs} ${tried.length === 1 ? 'is' : 'are'} not installed`;
  }
  if (env.SSH_CONNECTION || env.SSH_TTY) return ': this is an SSH session';
  return ': there is no desktop session';
}

function ranButFailed(failure: unknown): boolean {
  return !(failure instanceof Error && 'code' in failure && failure.code === 'ENOENT');
}
