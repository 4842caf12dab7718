import { groupThousands } from '../../base/text/group-thousands.js';
import type {
  ExperimentStandingOutput,
  OnlineStandingView,
  VariantCountsView,
} from '../../operations/experiment/outputs.js';
import { nextLine, sentence } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { type Column, renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { renderRun } from './run-page.js';

/** How an experiment stands: who takes part, or how far its rows are. */
export function renderStanding(output: ExperimentStandingOutput, stream: OutputStream): string {
  const { online } = output;
  if (online === null) return renderRun(output, stream);
  return [
    countsTable(output, online, stream),
    heldOutLine(online, stream),
    ...warnings(output, online).map((warning) => styleFor(stream).yellow(sentence(warning, stream))),
    nextLine(output.next, stream),
  ].join('');
}

function countsTable(
  { experiment }: ExperimentStandingOutput,
  { variants }: OnlineStandingView,
  stream: OutputStream,
): string {
  const all = experiment.variants.reduce((sum, { weight }) => sum + weight, 0);
  const partOf = (name: string) => experiment.variants.find((one) => one.name === name)?.weight ?? 0;
  const some = (count: number) => (count === 0 ? '' : groupThousands(count));
  return renderTable(
    variants,
    [
      { header: 'Variant', cell: ({ variant }) => variant },
      { header: 'Part', align: 'right', cell: ({ variant }) => percent(partOf(variant) / all) },
      ...(experiment.unit === 'user' ? [users] : []),
      { header: 'Sessions', align: 'right', cell: ({ sessions }) => groupThousands(sessions) },
      { header: 'Counted', align: 'right', cell: ({ counted }) => groupThousands(counted) },
      { header: 'Open', align: 'right', cell: ({ open }) => some(open) },
      { header: 'Chosen', align: 'right', cell: ({ chosen }) => some(chosen) },
    ],
    stream,
  );
}

const users: Column<VariantCountsView> = {
  header: 'Users',
  align: 'right',
  cell: ({ units }) => groupThousands(units),
};

/** @example percent(1 / 3) === '33.3 %' */
function percent(part: number): string {
  return `${Number((100 * part).toFixed(1))} %`;
}

function heldOutLine({ heldOut }: OnlineStandingView, stream: OutputStream): string {
  if (heldOut === 0) return '';
  return sentence(`The hold-out leaves out ${groupThousands(heldOut)}.`, stream);
}

function warnings(
  { experiment: { unit } }: ExperimentStandingOutput,
  { variants, sampleRatio }: OnlineStandingView,
): string[] {
  const faults = variants
    .filter(({ fault }) => fault !== null)
    .map(({ variant, fault }) => `Sessions do not get ${variant}: ${fault}`);
  if (!sampleRatio.mismatch) return faults;
  const chance =
    sampleRatio.pValue < 1e-6 ? 'less than one in a million' : `p = ${sampleRatio.pValue.toPrecision(2)}`;
  return [
    `The ${unit}s are not shared out as they were meant to be (${chance}). Something is broken, and nothing that the figures say can be trusted: find out what before you go on.`,
    ...faults,
  ];
}
