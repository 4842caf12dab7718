import stringWidth from 'fast-string-width';
import { groupThousands } from '../../base/text/group-thousands.js';
import { dollars } from '../../operations/execution/vocabulary.js';
import type { OptimizationProgress } from '../../operations/optimize/vocabulary.js';
import { bar } from '../render/bar.js';

const LONGEST_BAR = 16;
/** A shorter one says nothing. */
const SHORTEST_BAR = 6;

/**
 * How far an optimisation is, in a line: calls, the best score so far, what it has cost, what was tried. Where it is
 * narrow, the last figures go first.
 *
 * @param columns the cells that it may take
 */
export function searchLine(progress: OptimizationProgress, columns: number): string {
  const facts = factsOf(progress);
  while (facts.length > 1 && SHORTEST_BAR + 1 + stringWidth(facts.join(' · ')) > columns) facts.pop();
  const text = facts.join(' · ');
  const cells = Math.min(LONGEST_BAR, columns - 1 - stringWidth(text));
  return cells < SHORTEST_BAR ? text : `${filledBar(progress, cells)} ${text}`;
}

/** The weightiest first. */
function factsOf(progress: OptimizationProgress): string[] {
  const { phase, calls, callsAtMost, cost, costAtMost, proposals, refused } = progress;
  const facts = [
    callsAtMost === null
      ? `${groupThousands(calls)} calls`
      : `${groupThousands(calls)} of ${groupThousands(callsAtMost)} calls`,
    phase === 'hold-out' ? 'judging' : bestText(progress),
    cost === null || (cost === 0 && costAtMost === null) ? '' : costText(cost, costAtMost),
    proposals === 0 ? '' : `${groupThousands(proposals)} tried`,
    refused === 0 ? '' : `${groupThousands(refused)} refused`,
  ];
  return facts.filter((fact) => fact !== '');
}

function bestText({ startTraining, bestTraining }: OptimizationProgress): string {
  if (startTraining === null || bestTraining === null) return '';
  return `best ${bestTraining.toFixed(2)}, start ${startTraining.toFixed(2)}`;
}

function costText(cost: number, most: number | null): string {
  return most === null ? dollars(cost) : `${dollars(cost)} of ${dollars(most)}`;
}

/** By what is used up first. */
function filledBar({ calls, callsAtMost, cost, costAtMost }: OptimizationProgress, cells: number): string {
  const ofCalls = callsAtMost === null ? 0 : calls / callsAtMost;
  const ofCost = costAtMost === null || cost === null ? 0 : cost / costAtMost;
  return bar(Math.min(1, Math.max(ofCalls, ofCost)), 1, cells).padEnd(cells, '░');
}
