import { formatDuration } from '../../../base/text/format-duration.js';
import { shellWord } from '../../../base/text/shell-word.js';
import type { ChangedFile, Evidence, Verification } from '../../../engine/session/evidence.js';

/** What was found in the codebase, a line each: what the tests say, and which files differ. */
export function evidenceLines({ branch, files, verification }: Evidence): string[] {
  return [
    ...(verification === null ? [] : [verificationLine(verification)]),
    ...(branch === null ? [] : [`branch \`${branch}\``]),
    ...(files === null ? ['changed files are not known: no commit to compare with'] : files.map(fileLine)),
  ];
}

function verificationLine({ command, end, passed, exitCode, counts, durationMs }: Verification): string {
  const counted = counts === null ? '' : `, ${counts.passed} passed and ${counts.failed} failed`;
  const ended = end === 'exited' ? `exit code ${exitCode}` : 'ended from outside';
  const verdict = passed ? 'pass' : 'fail';
  const words = command.map(shellWord).join(' ');
  return `tests ${end === 'exited' ? verdict : 'not finished'}: \`${words}\`, ${ended}${counted}, ${formatDuration(durationMs)}`;
}

function fileLine({ path, status, added, removed }: ChangedFile): string {
  const lines = added === null || removed === null ? '' : `, +${added} -${removed}`;
  return `\`${path}\` ${status}${lines}`;
}
