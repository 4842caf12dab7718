import { saveAnalysis } from '../../operations/session/save-analysis.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { namedSession } from './named-session.js';
import { readAnswer } from './read-answer.js';
import type { saveAnalysis as command } from './save-analysis.js';
import { showSavedAnalysis } from './show-saved-analysis.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof command>,
): Promise<number> {
  const deps = await context.open();
  const { session } = await sessionStatus(deps, { session: namedSession(given.session, options.session) });
  const answer = await readAnswer(context, deps, session, 'save-analysis', options);
  return showSavedAnalysis(
    context,
    await saveAnalysis(deps, { session: session.id, answer, force: options.force }),
  );
}
