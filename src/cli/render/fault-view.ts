import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';

/** What to say when the program itself has failed: a bug, or a machine in trouble. */
export function renderFault(error: unknown, verbose: boolean): string {
  const reason = whyNotWritten(error);
  if (reason !== null) return `Error: The output could not be written: ${reason}.\n${ABOUT_LOST_OUTPUT}\n`;
  const message = messageOf(error);
  const trace = verbose && error instanceof Error ? `${error.stack ?? ''}${causeOf(error)}\n` : '';
  const hint = verbose
    ? 'This is a fault of the program; please report it with the lines above.'
    : 'This is a fault of the program, not yours.\nThe same command with --verbose shows where.';
  return forTerminal(redactSecrets(`Unexpected failure: ${message}\n${trace}${hint}\n`));
}

/** The same for a program; null when it was the output that failed, which takes no document either. */
export function faultDocument(error: unknown) {
  if (whyNotWritten(error) !== null) return null;
  const hint = 'This is a fault of the program, not yours. The same command with --verbose shows where.';
  return { error: { code: 'FAULT', message: redactSecrets(messageOf(error)), hint, next: null } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const ABOUT_LOST_OUTPUT = 'What the command did before stands; send the output elsewhere to see it.';

const deviceRefusals: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left (ENOSPC)',
  EDQUOT: 'your share of the disk is used up (EDQUOT)',
  EFBIG: 'the file has become too large (EFBIG)',
  EIO: 'the device reports an error (EIO)',
};

/** Why a stream did not take what was printed; files that commands write have errors of their own. */
function whyNotWritten(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return null;
  return error.syscall === 'write' ? (deviceRefusals[String(error.code)] ?? null) : null;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `\nCaused by: ${error.cause.stack ?? error.cause.message}` : '';
}
