import { processAnswer } from '../../operations/session/process-answer.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { parseAmount } from '../parse-amount.js';
import { askModel } from './ask-model.js';
import { namedSession } from './named-session.js';
import type { process } from './process.js';
import { answerFor } from './read-answer.js';
import { showProcessed } from './show-processed.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof process>,
): Promise<number> {
  if (options.model !== undefined)
    return askModel(context, {
      step: 'process',
      session: namedSession(given.session, options.session),
      model: options.model,
      maxCost: parseAmount('--max-cost', options['max-cost']),
    });
  const { deps, session, answer } = await answerFor(context, 'process', given.session, options);
  const output = await processAnswer(deps, {
    session: session.id,
    answer,
    force: options.force,
    append: options.append,
  });
  return showProcessed(context, output, options);
}
