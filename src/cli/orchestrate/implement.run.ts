import { issueImplementation } from '../../operations/session/issue-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { giveStepPrompt } from './give-step-prompt.js';
import type { implement } from './implement.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof implement>,
): Promise<number> {
  return giveStepPrompt(context, issueImplementation, given.session, options);
}
