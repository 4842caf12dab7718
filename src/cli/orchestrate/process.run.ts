import { processAnswer } from '../../operations/session/process-answer.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { namedSession } from './named-session.js';
import type { process } from './process.js';
import { readAnswer } from './read-answer.js';
import { showProcessed } from './show-processed.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof process>,
): Promise<number> {
  const deps = await context.open();
  const { session } = await sessionStatus(deps, { session: namedSession(given.session, options.session) });
  const answer = await readAnswer(context, deps, session, 'process', options);
  const output = await processAnswer(deps, {
    session: session.id,
    answer,
    force: options.force,
    append: options.append,
  });
  return showProcessed(context, output, options);
}
