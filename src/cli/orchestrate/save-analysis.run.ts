import { saveAnalysis } from '../../operations/session/save-analysis.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { answerFor } from './read-answer.js';
import type { saveAnalysis as command } from './save-analysis.js';
import { showSavedAnalysis } from './show-saved-analysis.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof command>,
): Promise<number> {
  const { deps, session, answer } = await answerFor(context, 'save-analysis', given.session, options);
  return showSavedAnalysis(
    context,
    await saveAnalysis(deps, { session: session.id, answer, force: options.force }),
  );
}
