import { ORCHESTRATION_CATEGORY } from '../../../operations/orchestration-template/kinds.js';
import { requireTemplate } from '../../../operations/orchestration-template/require-template.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { run as onPrompt } from '../../prompt/export.run.js';
import type { exportTemplates } from './export.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof exportTemplates>,
): Promise<number> {
  const deps = await context.open();
  for (const template of options.prompt) await requireTemplate(deps, { template });
  return onPrompt(context, { arguments: given, options: { ...options, category: ORCHESTRATION_CATEGORY } });
}
