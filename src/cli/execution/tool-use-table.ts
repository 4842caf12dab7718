import type { ExecutionRecordView } from '../../operations/execution/view-shapes.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** The tools as they were used, and the beginning of what came of it. */
export function toolUseTable(uses: ExecutionRecordView['toolUses'], stream: OutputStream): string {
  const { dim, red } = styleFor(stream);
  return renderTable(
    uses,
    [
      { header: 'Round', align: 'right', cell: ({ round }) => String(round) },
      { header: 'Tool', cell: ({ name }) => name },
      { header: 'Input', cell: ({ input }) => JSON.stringify(input), flexible: true, minWidth: 12 },
      {
        header: 'Result',
        cell: ({ text }) => text,
        flexible: true,
        minWidth: 12,
        paint: (text, { failed }) => (failed ? red : dim)(text),
      },
    ],
    stream,
  );
}
