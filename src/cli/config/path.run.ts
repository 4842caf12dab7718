import { configPath } from '../../operations/config/config-path.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderKeyValues } from '../render/key-values.js';

export async function run(context: CommandContext): Promise<number> {
  const output = await configPath(context.configSources, {});
  context.print(output, (stream) =>
    renderKeyValues(
      Object.entries(output).map(([owner, { path, exists }]) => ({
        label: `${owner} file`,
        value: exists ? path : `${path} (not there)`,
      })),
      stream,
    ),
  );
  return exitCode.done;
}
