import type { Remedy } from '../../base/errors.js';
import type { ProcessEnd } from '../../base/process/process-end.js';
import { runProcess } from '../../base/process/run-process.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { shellWord } from '../../base/text/shell-word.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';

import { GitFailedError, GitMissingError, NotARepositoryError } from './errors.js';
import { gitEnvironment } from './git-environment.js';
import { COMMAND_SETTINGS, SAFE_SETTINGS, withoutCommands } from './git-settings.js';

/** In milliseconds. A repository that takes longer is on a disk that nobody works with. */
const PATIENCE = 120_000;
/** The most that a list of files may take. */
const LIMIT_BYTES = 256 << 20;
const STDERR_LIMIT = 4000;

interface GitOptions {
  readonly input?: string | undefined;
  /** Another index than the repository's. */
  readonly index?: string | undefined;
  /** Where the output is cut, in bytes. Without it, too much is a failure. */
  readonly cutAt?: number | undefined;
}

export interface GitOutput {
  readonly text: string;
  /** Whether there was more than `cutAt`. */
  readonly cut: boolean;
}

/**
 * Runs git in a folder and gives what it printed. Neither hooks, nor pagers, nor the commands of the
 * repository's own configuration are run.
 *
 * @throws GitMissingError, NotARepositoryError, GitFailedError
 */
export async function git(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await gitOutput(folder, args, options)).text;
}

/** The same for an output that may be cut. */
export async function gitOutput(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitOutput> {
  return startGit(folder, [...SAFE_SETTINGS, ...(await commandSettings(folder))], args, options);
}

/** Exit code 1 says that there is none. */
async function commandSettings(folder: string): Promise<readonly string[]> {
  const query = ['config', '-z', '--show-scope', '--name-only', '--get-regexp', COMMAND_SETTINGS];
  const { text } = await startGit(folder, SAFE_SETTINGS, query, {}, [0, 1]);
  return withoutCommands(text);
}

async function startGit(
  folder: string,
  settings: readonly string[],
  args: readonly string[],
  { input, index, cutAt = LIMIT_BYTES }: GitOptions,
  good: readonly number[] = [0],
): Promise<GitOutput> {
  const out: Uint8Array[] = [];
  let err = '';
  const end = await runProcess(['git', '--no-pager', ...settings, ...args], {
    cwd: folder,
    env: { ...gitEnvironment(process.env), GIT_INDEX_FILE: index },
    input,
    timeoutMs: PATIENCE,
    outputLimitBytes: cutAt,
    onStdout: (chunk) => out.push(chunk),
    onStderr: (chunk) => {
      if (err.length < STDERR_LIMIT) err += Buffer.from(chunk).toString();
    },
  });
  const cut = end.outcome === 'too-much-output' && cutAt < LIMIT_BYTES;
  if (!cut && !(end.outcome === 'exited' && good.includes(end.code))) throw failure(folder, args, end, err);
  return { text: Buffer.concat(out).toString(), cut };
}

function failure(folder: string, args: readonly string[], end: ProcessEnd, err: string): Error {
  if (end.outcome === 'not-found') return new GitMissingError();
  if (/not a git repository|must be run in a work tree/.test(err)) return new NotARepositoryError(folder);
  return new GitFailedError(args[0] ?? '', reason(end, err), remedy(folder, err));
}

function reason(end: ProcessEnd, err: string): string {
  if (end.outcome === 'timed-out') return `it took longer than ${PATIENCE / 1000} s.`;
  if (end.outcome === 'too-much-output') return `it printed more than ${LIMIT_BYTES >> 20} MB.`;
  if (end.outcome === 'not-started') return end.cause.message;
  const lines = err.split('\n').map((line) => line.replace(/^(?:fatal|error): /, '').trim());
  const said =
    lines.find((line) => line !== '' && !line.startsWith('warning: ')) ?? `it ended as ${end.outcome}`;
  return redactSecrets(forTerminalLine(said));
}

function remedy(folder: string, err: string): Remedy {
  if (/lazy fetching disabled|transport '[^']*' not allowed/.test(err)) {
    return { hint: 'This clone is partial, and nothing is fetched that it lacks. Use a whole clone.' };
  }
  if (!err.includes('dubious ownership')) return {};
  return {
    hint: 'The folder belongs to somebody else. When you trust it, tell git so.',
    next: `git config --global --add safe.directory ${shellWord(folder)}`,
  };
}
