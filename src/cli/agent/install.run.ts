import { installAgent } from '../../operations/agent/install-agent.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderKeyValues } from '../render/key-values.js';
import type { install } from './install.js';
import { scopeOf } from './skill-options.js';

export async function run(
  context: CommandContext,
  { arguments: { agent }, options }: InputOf<typeof install>,
): Promise<number> {
  const output = await installAgent(context, { agent, scope: scopeOf(options), force: options.force });
  context.print(output, (stream) =>
    renderKeyValues(
      [
        { label: outcomes[output.outcome], value: output.file },
        { label: `In ${output.title}`, value: output.call },
      ],
      stream,
    ),
  );
  return exitCode.done;
}

const outcomes = { installed: 'Installed', updated: 'Updated', unchanged: 'Up to date' } as const;
