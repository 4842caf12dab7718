import { dbHistory } from '../../operations/db/db-history.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';

export async function run(context: CommandContext): Promise<number> {
  const output = await dbHistory(await context.openAsItIs(), {});
  context.print(output, (stream) =>
    renderTable(
      output.migrations,
      [
        { header: 'Schema', align: 'right', cell: ({ number }) => String(number) },
        { header: 'Name', cell: ({ name }) => name },
        {
          header: 'Applied',
          cell: ({ appliedAt }) => (appliedAt === null ? 'not yet' : relativeTime(appliedAt, context.now)),
        },
      ],
      stream,
    ),
  );
  return exitCode.done;
}
