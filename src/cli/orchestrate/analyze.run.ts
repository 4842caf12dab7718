import { issueAnalysis } from '../../operations/session/issue-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { analyze } from './analyze.js';
import { giveStepPrompt } from './give-step-prompt.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof analyze>,
): Promise<number> {
  return giveStepPrompt(context, issueAnalysis, given.session, options);
}
