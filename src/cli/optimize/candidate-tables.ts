import { grouped } from '../../base/grouped.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { CandidateView, OptimizationShowOutput } from '../../operations/optimize/outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** So many are shown of a long list, the best of those that were measured. */
const MOST_MEASURED = 10;

/** The texts that were measured on all rows that choices go by, the best first. */
export function candidateTable({ candidates }: OptimizationShowOutput, stream: OutputStream): string {
  const measured = candidates
    .filter(({ fate }) => fate === 'pooled')
    .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0));
  const { dim } = styleFor(stream);
  const table = renderTable<CandidateView>(
    measured.slice(0, MOST_MEASURED),
    [
      { header: 'Tried', cell: ({ name }) => name },
      { header: 'Made by', cell: originText, flexible: true, minWidth: 12, paint: dim },
      { header: 'Training', align: 'right', cell: ({ score }) => score?.toFixed(3) ?? '' },
      { header: 'After calls', align: 'right', cell: ({ calls }) => groupThousands(calls), paint: dim },
    ],
    stream,
  );
  return table + dim(restText(candidates, measured.length));
}

function originText({ origin, parents, arm }: CandidateView): string {
  if (origin === 'start') return 'the prompt as it was';
  const from = parents.length === 0 ? '' : ` of ${parents.join(' and ')}`;
  return `${arm === 'random' ? 'random ' : ''}${origin}${from}`;
}

function restText(candidates: readonly CandidateView[], measured: number): string {
  const beaten = candidates.filter(({ fate }) => fate === 'no-better').length;
  const parts = [
    measured > MOST_MEASURED ? `${groupThousands(measured - MOST_MEASURED)} more were measured` : '',
    beaten === 0
      ? ''
      : `${groupThousands(beaten)} ${beaten === 1 ? 'was' : 'were'} no better than what they were made of`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('; ')}.\n`;
}

/** Texts that were refused for the same reason. */
interface RefusedForReason {
  readonly names: readonly string[];
  readonly rule: string;
  readonly because: string;
}

/**
 * The texts that broke a rule, and why.
 *
 * @param each whether each has a line of its own, rather than each reason
 */
export function refusedTable(
  { candidates }: OptimizationShowOutput,
  each: boolean,
  stream: OutputStream,
): string {
  const refused = candidates.flatMap(({ name, refused: why }) =>
    why === null ? [] : [{ names: [name], ...why }],
  );
  return renderTable<RefusedForReason>(
    each ? refused : byReason(refused),
    [
      { header: 'Refused', cell: ({ names }) => namesText(names) },
      { header: 'Rule', cell: ({ rule }) => rule },
      { header: 'Because', cell: ({ because }) => because, flexible: true, minWidth: 20 },
    ],
    stream,
  );
}

function byReason(refused: readonly RefusedForReason[]): RefusedForReason[] {
  const reasons = grouped(
    refused,
    ({ rule, because }) => `${rule}: ${because}`,
    (one) => one,
  );
  return [...reasons.values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first, names: alike.flatMap(({ names }) => names) }];
  });
}

function namesText([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first}, ${groupThousands(more.length)} more`;
}
