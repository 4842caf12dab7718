import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { OptimizationRunOutput, OptimizationView } from '../../operations/optimize/outputs.js';
import { nextLine, sentence } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';

/** How an optimisation ended, or why it rests, and what comes next. */
export function renderRun({ optimization, says, next }: OptimizationRunOutput, stream: OutputStream): string {
  return [
    restText(optimization, stream),
    ...says.map((one) => sentence(one, stream)),
    sentence(spentText(optimization), stream),
    nextLine(next, stream),
  ].join('');
}

function restText({ id, status, problem }: OptimizationView, stream: OutputStream): string {
  if (status === 'completed') return '';
  const { red, yellow } = styleFor(stream);
  if (problem === null) return yellow(sentence(`Optimisation ${id} is ${status}.`, stream));
  return red(sentence(`Optimisation ${id} is ${status}: ${problem.message}`, stream));
}

/** What it took, in words. */
export function spentText({ spent: { calls, cost } }: Pick<OptimizationView, 'spent'>): string {
  const asked = calls === 1 ? 'a call' : `${groupThousands(calls)} calls`;
  return cost === null
    ? `It took ${asked}, of which not all costs are known.`
    : `It took ${asked}, and cost ${formatDollars(cost)}.`;
}
