import { issueImplementation } from '../../operations/session/issue-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { parseAmount } from '../parse-amount.js';
import { askModel } from './ask-model.js';
import { giveStepPrompt } from './give-step-prompt.js';
import type { implement } from './implement.js';
import { namedSession } from './named-session.js';
import { splitVerify } from './split-verify.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof implement>,
): Promise<number> {
  if (options.model !== undefined)
    return askModel(context, {
      step: 'complete',
      session: namedSession(given.session, options.session),
      model: options.model,
      maxCost: parseAmount('--max-cost', options['max-cost']),
      template: options.template,
      part: options.part,
      quick: options.quick,
      verify: splitVerify(options.verify),
      worktree: options.worktree,
    });
  const { part, quick, template } = options;
  return giveStepPrompt(
    context,
    (deps, { session }) => issueImplementation(deps, { session, part, quick, template }),
    given.session,
    options,
  );
}
