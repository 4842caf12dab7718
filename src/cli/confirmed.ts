import type { CommandContext } from './command-context.js';

/**
 * Whether a person agrees, or has agreed beforehand with `--yes`.
 * @throws ConfirmationNeededError when there is nobody to ask
 */
export async function confirmed(context: CommandContext, question: string): Promise<boolean> {
  if (context.common.yes) return true;
  const { confirm } = await import('./input/confirm.js');
  const agreed = await confirm(question, context.streams);
  if (!agreed) context.note('Nothing was changed.\n');
  return agreed;
}
