import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { redactSecrets } from '../../base/text/secrets.js';
import { languageOf } from '../files/language.js';
import { isSecretFile } from '../files/secret-file.js';
import { type ChangedFile, parseChanges } from './parse-changes.js';
import { emptyTree, resolveRevision } from './resolve-revision.js';
import { git, gitOutput } from './run-git.js';

/** What changed in one language. */
export interface LanguageChanges {
  /** `other` for files whose names tell none. */
  readonly language: string;
  readonly files: number;
  readonly added: number;
  readonly removed: number;
}

export interface RepositoryChanges {
  /** By path. */
  readonly files: readonly ChangedFile[];
  /** The most changed first. */
  readonly languages: readonly LanguageChanges[];
  /** As `git diff` prints it, credentials redacted, without the files that are there to hold them. */
  readonly patch: string;
  /** Whether there is more than `patch` holds. */
  readonly patchCut: boolean;
}

/** In bytes. */
const PATCH_LIMIT = 400_000;
const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
  '--no-color',
  '-M',
  '--relative',
];

/**
 * All that differs below a folder from a commit: committed since, staged, unstaged and untracked. Neither
 * the index nor the work tree is touched.
 *
 * @param base a commit, branch or tag; null when everything is new, as before the first commit
 * @throws UnknownRevisionError, NotARepositoryError, GitFailedError
 */
export async function changesSince(root: string, base: string | null): Promise<RepositoryChanges> {
  const from = base === null ? await emptyTree(root) : await resolveRevision(root, base);
  const scratch = await mkdtemp(join(tmpdir(), 'prompt-runner-index-'));
  try {
    const index = await indexWithUntracked(root, scratch);
    const listing = await git(root, [...DIFF, '--raw', '--numstat', '-z', from, '--', '.'], { index });
    const files = parseChanges(listing);
    const secret = files.flatMap(({ path, from }) => [path, from ?? path]).filter(isSecretFile);
    const without = secret.map((path) => `:(exclude,literal)${path}`);
    const patch = await gitOutput(root, [...DIFF, from, '--', '.', ...without], {
      index,
      cutAt: PATCH_LIMIT,
    });
    return { files, languages: byLanguage(files), ...readable(patch.text, patch.cut) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A copy of the index that also knows the untracked files, so that one comparison tells of all. */
async function indexWithUntracked(root: string, scratch: string): Promise<string> {
  const index = join(scratch, 'index');
  const own = (await git(root, ['rev-parse', '--git-path', 'index'])).replace(/\n$/, '');
  await copyIndex(resolve(root, own), index).catch(ignoreMissing);
  const listing = await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  // A repository within this one ends with a slash; it is not ours to add.
  const untracked = listing.split('\0').filter((path) => path !== '' && !path.endsWith('/'));
  if (untracked.length > 0) {
    const add = [
      '--literal-pathspecs',
      'add',
      '--intent-to-add',
      '--pathspec-from-file=-',
      '--pathspec-file-nul',
    ];
    await git(root, add, { index, input: untracked.join('\0') });
  }
  return index;
}

/**
 * A file that was changed right after it was added is known by its time not being before the index's: a copy
 * must keep it (git's documentation, "Use of index and Racy Git problem").
 */
async function copyIndex(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const { mtimeMs } = await stat(from);
  const seconds = Math.floor(mtimeMs / 1000);
  await utimes(to, seconds, seconds);
}

/** Before anything was ever added there is no index. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Cut at the end of a line: half of a credential is none that is recognised. */
function readable(text: string, patchCut: boolean): { patch: string; patchCut: boolean } {
  const whole = patchCut ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  return { patch: redactSecrets(whole), patchCut };
}

function byLanguage(files: readonly ChangedFile[]): LanguageChanges[] {
  const sums = new Map<string, LanguageChanges>();
  for (const { path, added, removed } of files) {
    const language = languageOf(path) ?? 'other';
    const sum = sums.get(language) ?? { language, files: 0, added: 0, removed: 0 };
    sums.set(language, {
      language,
      files: sum.files + 1,
      added: sum.added + (added ?? 0),
      removed: sum.removed + (removed ?? 0),
    });
  }
  const size = ({ added, removed }: LanguageChanges) => added + removed;
  return Array.from(sums.values()).sort((a, b) => size(b) - size(a) || (a.language < b.language ? -1 : 1));
}
