import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../usage-error.js';

/**
 * The workspace that a command cannot do without, as an absolute path.
 * @throws UsageError when neither the command line nor the environment names one
 */
export function neededWorkspace({ common, env, cwd }: CommandContext): string {
  const named = common.workspace ?? env.PROMPT_RUNNER_WORKSPACE;
  if (named) return resolve(cwd, named);
  throw new UsageError('No workspace is named.', {
    hint: 'Name its folder with --workspace, or in PROMPT_RUNNER_WORKSPACE.',
  });
}
