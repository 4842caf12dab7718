import { uninstallAgent } from '../../operations/agent/uninstall-agent.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderKeyValues } from '../render/key-values.js';
import { scopeOf } from './skill-options.js';
import type { uninstall } from './uninstall.js';

export async function run(
  context: CommandContext,
  { arguments: { agent }, options }: InputOf<typeof uninstall>,
): Promise<number> {
  const output = await uninstallAgent(context, { agent, scope: scopeOf(options), force: options.force });
  const removed = [output.file, ...output.folders].join('\n');
  context.print(output, (stream) => renderKeyValues([{ label: 'Removed', value: removed }], stream));
  return exitCode.done;
}
