import { completeSession } from '../../operations/session/complete-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { complete } from './complete.js';
import { checkDestination } from './deliver-prompt.js';
import { answerFor } from './read-answer.js';
import { showCompleted } from './show-completed.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof complete>,
): Promise<number> {
  await checkDestination(context, options);
  const { deps, session, answer } = await answerFor(context, 'complete', given.session, options);
  const output = await completeSession(deps, {
    session: session.id,
    answer,
    force: options.force,
    part: options.part,
  });
  return showCompleted(context, output, options.out);
}
