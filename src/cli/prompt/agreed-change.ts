import { groupThousands } from '../../base/text/group-thousands.js';
import type { PromptUsesOutput } from '../../operations/prompt/read-outputs.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { useList, usingPrompts } from './use-list.js';

/**
 * Whether a person agrees to a change that what uses the prompt would notice. Without any use there is nothing to
 * be asked.
 *
 * @param question what shall be done: `Rename "role" to "persona"?`
 * @throws ConfirmationNeededError when there is nobody to ask
 */
export async function agreedChange(
  context: CommandContext,
  question: string,
  uses: PromptUsesOutput,
): Promise<boolean> {
  if (uses.uses.length === 0 && !uses.prompt.isInForce) return true;
  return confirmed(context, `${question}${whatUsesIt(uses)}`);
}

/** What would notice, as sentences with a blank before each. */
export function whatUsesIt({ prompt, uses, sessions }: PromptUsesOutput): string {
  const count = usingPrompts(uses).length;
  const bring = count === 1 ? 'A prompt brings' : `${groupThousands(count)} prompts bring`;
  const brought = `${bring} it in by this name, and will not find it: ${useList(uses)}.`;
  const worked =
    sessions === 1
      ? 'A session was worked on with it, and keeps its texts.'
      : `${groupThousands(sessions)} sessions were worked on with it, and keep their texts.`;
  const inForce = `Sessions take it by themselves as their ${prompt.kind} template.`;
  return [
    ...(uses.length === 0 ? [] : [brought]),
    ...(prompt.isInForce ? [inForce] : []),
    ...(sessions === 0 ? [] : [worked]),
  ]
    .map((text) => ` ${text}`)
    .join('');
}
