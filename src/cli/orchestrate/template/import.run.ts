import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { importing } from '../../prompt/importing.js';
import type { importTemplates } from './import.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof importTemplates>,
): Promise<number> {
  return importing(context, given.path, { ...options, offered: [], asTemplates: true });
}
