import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { importCommand } from './import.js';
import { importing } from './importing.js';

export function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof importCommand>,
): Promise<number> {
  return importing(context, given.path, { ...options, asTemplates: false });
}
