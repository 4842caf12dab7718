import type { ChangedFile, Evidence, Verification } from '../../../engine/session/evidence.js';
import { languageOf } from '../../../repository/files/language.js';
import { changesSince } from '../../../repository/git/changes-since.js';
import { runVerification } from '../../../repository/verify/run-verification.js';
import { VerificationInterruptedError } from './errors.js';
import type { ImplementationGround } from './implementation-ground.js';
import type { RunFollower } from './run-follower.js';

const VERIFICATION_MS = 30 * 60_000;

/**
 * Looks at the codebase after an implementation: what differs from where it began, and what the project's
 * own test command says.
 *
 * @param verify the program and its arguments; null for none
 * @throws VerificationInterruptedError when that command was ended before it came to its end
 */
export async function gatherEvidence(
  { folder, branch, base }: ImplementationGround,
  verify: readonly string[] | null,
  follow: Pick<RunFollower, 'signal' | 'onVerification'>,
): Promise<Evidence> {
  return {
    folder,
    branch,
    base,
    files: base === null ? null : await changedFiles(folder, base),
    verification: verify === null ? null : await verification(folder, verify, follow),
  };
}

async function changedFiles(folder: string, base: string): Promise<ChangedFile[]> {
  const { files } = await changesSince(folder, base);
  return files.map(({ path, status, added, removed }) => ({
    path,
    status,
    added,
    removed,
    language: languageOf(path),
  }));
}

async function verification(
  folder: string,
  command: readonly string[],
  { signal, onVerification }: Pick<RunFollower, 'signal' | 'onVerification'>,
): Promise<Verification> {
  const { end, passed, exitCode, durationMs, counts, outputTail } = await runVerification(command, folder, {
    timeoutMs: VERIFICATION_MS,
    signal,
    ...(onVerification && { onLine: onVerification }),
  });
  if (end === 'aborted') throw new VerificationInterruptedError();
  return { command, end, passed, exitCode, durationMs, counts, output: outputTail };
}
