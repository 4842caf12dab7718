import { requireTemplate } from '../../../operations/orchestration-template/require-template.js';
import type { CommandFunction } from '../../command.js';

/**
 * The function of a command on prompts, for templates only.
 *
 * @param named which of the arguments name templates
 */
export function onTemplate<Input extends { readonly arguments: object }>(
  run: CommandFunction<Input>,
  named: (given: Input['arguments']) => readonly (string | undefined)[],
): CommandFunction<Input> {
  return async (context, input) => {
    const deps = await context.open();
    for (const template of named(input.arguments)) {
      if (template !== undefined) await requireTemplate(deps, { template });
    }
    return run(context, input);
  };
}
