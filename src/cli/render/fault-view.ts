import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';

/** What to say when the program itself has failed: a bug, or a machine in trouble. */
export function renderFault(error: unknown, verbose: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const trace = verbose && error instanceof Error ? `${error.stack ?? ''}${causeOf(error)}\n` : '';
  const hint = verbose
    ? 'This is a fault of the program; please report it with the lines above.'
    : 'This is a fault of the program, not yours. The same command with --verbose shows where.';
  return forTerminal(redactSecrets(`Unexpected failure: ${message}\n${trace}${hint}\n`));
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `\nCaused by: ${error.cause.stack ?? error.cause.message}` : '';
}
