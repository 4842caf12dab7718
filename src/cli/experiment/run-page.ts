import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { BatchView } from '../../operations/batch/outputs.js';
import type { ExperimentView } from '../../operations/experiment/outputs.js';
import { batchLook } from '../batch/batch-look.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

interface Standing {
  readonly experiment: ExperimentView;
  readonly batches: readonly BatchView[];
  readonly next: string;
}

/** How far the variants of an experiment are, and what comes next. */
export function renderRun({ experiment, batches, next }: Standing, stream: OutputStream): string {
  const style = styleFor(stream);
  const table = renderTable(
    batches,
    [
      { header: 'Variant', cell: (batch) => variantOf(experiment, batch) },
      { header: 'Prompt', cell: ({ prompt }) => prompt, flexible: true, minWidth: 10 },
      { header: 'Model', cell: ({ model }) => model, flexible: true, minWidth: 8 },
      {
        header: 'Answered',
        align: 'right',
        cell: ({ done, rows }) => `${groupThousands(done)} of ${rows === null ? '?' : groupThousands(rows)}`,
      },
      {
        header: 'Failed',
        align: 'right',
        cell: ({ failed }) => (failed === 0 ? '' : groupThousands(failed)),
      },
      { header: 'Cost', align: 'right', cell: ({ cost }) => formatDollars(cost) },
      {
        header: 'Status',
        cell: statusText,
        flexible: true,
        minWidth: 9,
        paint: (text, batch) => style[batchLook(batch)](text),
      },
    ],
    stream,
  );
  return table + nextLine(next, stream);
}

function variantOf({ variants }: ExperimentView, { id }: BatchView): string {
  return variants.find(({ batch }) => batch === id)?.name ?? '';
}

function statusText({ status, problem }: BatchView): string {
  return problem === null ? status : `${status}: ${problem.message}`;
}
