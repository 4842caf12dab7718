import { completeSession } from '../../operations/session/complete-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { complete } from './complete.js';
import { noteSecrets } from './note-secrets.js';
import { answerFor } from './read-answer.js';
import { showCompleted } from './show-completed.js';
import { splitVerify } from './split-verify.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof complete>,
): Promise<number> {
  const { deps, session, answer } = await answerFor(context, 'complete', given.session, options);
  const output = await completeSession(deps, {
    session: session.id,
    answer,
    force: options.force,
    part: options.part,
    verify: splitVerify(options.verify),
  });
  noteSecrets(context, output.secrets);
  return showCompleted(context, output, options.out);
}
