import { completeSession } from '../../operations/session/complete-session.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { complete } from './complete.js';
import { namedSession } from './named-session.js';
import { readAnswer } from './read-answer.js';
import { showCompleted } from './show-completed.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof complete>,
): Promise<number> {
  const deps = await context.open();
  const { session } = await sessionStatus(deps, { session: namedSession(given.session, options.session) });
  const answer = await readAnswer(context, deps, session, 'complete', options);
  const output = await completeSession(deps, { session: session.id, answer, force: options.force });
  return showCompleted(context, output, options.out);
}
