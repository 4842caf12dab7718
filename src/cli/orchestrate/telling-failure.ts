import { PromptRunnerError } from '../../base/errors.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderError } from '../render/error-view.js';

/**
 * Does the last part of a command, after which nothing is lost when it fails: an expected failure is told,
 * with `--json` too, and the exit code is "done in part".
 */
export async function tellingFailure(context: CommandContext, work: () => Promise<void>): Promise<number> {
  const { stderr } = context.streams;
  try {
    await work();
    return exitCode.done;
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    stderr.write(renderError(error, stderr));
    return exitCode.partly;
  }
}
