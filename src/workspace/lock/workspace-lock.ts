import { WorkspaceBusyError } from '../errors.js';
import type { WorkspaceFiles } from '../files/workspace-files.js';
import { isGone, readOwner, thisProcess } from './lock-owner.js';

const LOCK = '.lock';
/** Held while a lock that was left behind is taken away, so that nobody takes away the one that follows it. */
const BREAKING = '.lock.breaking';
const LONGEST_PAUSE_MS = 25;

/**
 * Does a piece of work while no other process changes the workspace. Readers need no lock: files change
 * whole.
 *
 * @param patienceMs how long somebody else may keep the lock, in milliseconds
 * @throws WorkspaceBusyError when it is kept for longer
 */
export async function withWorkspaceLock<Result>(
  files: WorkspaceFiles,
  work: () => Promise<Result>,
  patienceMs = 30_000,
): Promise<Result> {
  await takeLock(files, patienceMs);
  try {
    return await work();
  } finally {
    await files.remove(LOCK);
  }
}

async function takeLock(files: WorkspaceFiles, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await claim(files, LOCK))) {
    await breakIfLeft(files);
    if (performance.now() > deadline) throw await busy(files);
    await randomPause();
  }
}

function claim(files: WorkspaceFiles, name: string): Promise<boolean> {
  return files.claim(name, `${JSON.stringify(thisProcess())}\n`);
}

/** Under a lock of its own, and looking again under it: whoever came before may have taken the lock anew. */
async function breakIfLeft(files: WorkspaceFiles): Promise<void> {
  if (!(await isLeft(files, LOCK))) return;
  if (!(await claim(files, BREAKING))) {
    if (await isLeft(files, BREAKING)) await files.remove(BREAKING);
    return;
  }
  try {
    if (await isLeft(files, LOCK)) await files.remove(LOCK);
  } finally {
    await files.remove(BREAKING);
  }
}

async function isLeft(files: WorkspaceFiles, name: string): Promise<boolean> {
  const content = await files.read(name);
  const owner = content === null ? null : readOwner(content.toString('utf8'));
  return owner !== null && isGone(owner);
}

async function busy(files: WorkspaceFiles): Promise<WorkspaceBusyError> {
  const owner = readOwner((await files.read(LOCK))?.toString('utf8') ?? '');
  const name = owner === null ? 'somebody' : `process ${owner.pid} on ${owner.host}`;
  return new WorkspaceBusyError(files.location, LOCK, name);
}

/** Random, so that those who wait do not keep coming back together. */
function randomPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * LONGEST_PAUSE_MS));
}
