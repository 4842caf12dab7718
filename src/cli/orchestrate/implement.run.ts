import { issueImplementation } from '../../operations/session/issue-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { giveStepPrompt } from './give-step-prompt.js';
import type { implement } from './implement.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof implement>,
): Promise<number> {
  const { part, quick } = options;
  return giveStepPrompt(
    context,
    (deps, { session }) => issueImplementation(deps, { session, part, quick }),
    given.session,
    options,
  );
}
