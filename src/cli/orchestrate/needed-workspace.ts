import type { CommandContext } from '../command-context.js';
import { UsageError } from '../usage-error.js';

/**
 * The workspace that a command cannot do without.
 *
 * @param hint what to do when there is none
 * @throws UsageError when neither the command line nor the environment names one
 */
export function neededWorkspace({ common, env }: CommandContext, hint: string): string {
  const named = common.workspace ?? env.PROMPT_RUNNER_WORKSPACE;
  if (named) return named;
  throw new UsageError('No workspace is named.', { hint });
}
