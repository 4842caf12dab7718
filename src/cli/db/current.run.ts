import { formatBytes } from '../../base/text/format-bytes.js';
import { dbCurrent } from '../../operations/db/db-current.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderKeyValues } from '../render/key-values.js';
import { styleFor } from '../render/style.js';

export async function run(context: CommandContext): Promise<number> {
  const output = await dbCurrent(await context.openAsItIs(), {});
  context.print(output, (stream) => {
    const { bold, dim } = styleFor(stream);
    const facts = renderKeyValues(
      [
        { label: 'Store', value: output.location },
        { label: 'From', value: output.origin },
        { label: 'Schema', value: `${output.schema} (newest ${output.newest})` },
        { label: 'Size', value: formatBytes(output.sizeBytes) },
      ],
      stream,
    );
    return output.next === null ? facts : `${facts}${dim('Next:')} ${bold(output.next)}\n`;
  });
  return exitCode.done;
}
