import { issueAnalysis } from '../../operations/session/issue-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { parseAmount } from '../parse-amount.js';
import type { analyze } from './analyze.js';
import { askModel } from './ask-model.js';
import { giveStepPrompt } from './give-step-prompt.js';
import { namedSession } from './named-session.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof analyze>,
): Promise<number> {
  if (options.model !== undefined)
    return askModel(context, {
      step: 'save-analysis',
      session: namedSession(given.session, options.session),
      model: options.model,
      maxCost: parseAmount('--max-cost', options['max-cost']),
      template: options.template,
    });
  const { template } = options;
  return giveStepPrompt(
    context,
    (deps, { session }) => issueAnalysis(deps, { session, template }),
    given.session,
    options,
  );
}
