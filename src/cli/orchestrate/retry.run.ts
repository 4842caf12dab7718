import { retryStep } from '../../operations/session/retry-step.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { checkDestination, deliverPrompt } from './deliver-prompt.js';
import { namedSession } from './named-session.js';
import type { retry } from './retry.js';
import { showCompleted } from './show-completed.js';
import { showProcessed } from './show-processed.js';
import { showSavedAnalysis } from './show-saved-analysis.js';
import { noteStanding } from './standing.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof retry>,
): Promise<number> {
  if (options.attempt === undefined) await checkDestination(context, options);
  const { step, attempt, force } = options;
  const session = namedSession(given.session, options.session);
  const output = await retryStep(await context.open(), { session, step, attempt, force });
  if ('sections' in output) return showProcessed(context, output, options);
  if ('summary' in output) return showCompleted(context, output, options.out);
  if ('size' in output) return showSavedAnalysis(context, output);
  const code = await deliverPrompt(context, output, output.prompt, options);
  noteStanding(context, output.session, output.next);
  return code;
}
