import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { OptimizationShowOutput, ScoreFigureView } from '../../operations/optimize/outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

type Figures = OptimizationShowOutput['figures'][number];

/** The score that something was chosen by, beside the one that counts, each with its interval. */
export function figureTable(output: OptimizationShowOutput, stream: OutputStream): string {
  const { bold, dim } = styleFor(stream);
  const chosen = output.optimization.result?.chosen;
  return renderTable<Figures>(
    output.figures,
    [
      {
        header: 'Text',
        cell: (figures) => textName(figures, chosen),
        paint: (text, { candidate }) => (candidate === chosen ? bold(text) : text),
      },
      { header: 'Training', align: 'right', cell: ({ training }) => scoreText(training), paint: dim },
      { header: '95 %', cell: ({ training }) => intervalText(training), paint: dim },
      { header: 'Hold-out', align: 'right', cell: ({ holdOut }) => (holdOut ? scoreText(holdOut) : '') },
      { header: '95 %', cell: ({ holdOut }) => (holdOut ? intervalText(holdOut) : '') },
      {
        header: 'Rows',
        align: 'right',
        cell: ({ holdOut }) => (holdOut ? groupThousands(holdOut.rows) : ''),
      },
      { header: 'An answer', align: 'right', cell: ({ holdOut }) => costText(holdOut) },
    ],
    stream,
  );
}

function textName({ candidate, arm }: Figures, chosen: string | undefined): string {
  if (candidate === chosen) return `${candidate} (chosen)`;
  return arm === 'random' ? `${candidate} (random)` : candidate;
}

function scoreText({ score }: ScoreFigureView): string {
  return score.toFixed(3);
}

function intervalText({ from, to }: ScoreFigureView): string {
  return from === null || to === null ? '' : `${from.toFixed(2)} to ${to.toFixed(2)}`;
}

function costText(figure: ScoreFigureView | null): string {
  return figure === null || figure.cost === null ? '' : formatDollars(figure.cost);
}
