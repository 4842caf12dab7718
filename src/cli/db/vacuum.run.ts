import { formatBytes } from '../../base/text/format-bytes.js';
import { dbVacuum } from '../../operations/db/db-vacuum.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { withProgress } from '../render/progress.js';

export async function run(context: CommandContext): Promise<number> {
  const deps = await context.openAsItIs();
  const output = await withProgress(context.streams.stderr, 'vacuuming', () => dbVacuum(deps, {}));
  const { location, beforeBytes, afterBytes } = output;
  context.print(output, (stream) =>
    sentence(
      `${location} took ${formatBytes(beforeBytes)}, and takes ${formatBytes(afterBytes)} now.`,
      stream,
    ),
  );
  return exitCode.done;
}
