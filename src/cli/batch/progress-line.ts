import stringWidth from 'fast-string-width';
import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { BatchProgress } from '../../operations/batch/vocabulary.js';
import { dollars } from '../../operations/execution/vocabulary.js';
import { bar } from '../render/bar.js';

const LONGEST_BAR = 24;
/** A shorter one says nothing. */
const SHORTEST_BAR = 6;

/**
 * How far a batch is, in a line: what is done and how quickly, what it has cost, and what is to come. Where it is
 * narrow, the last figures go first.
 *
 * @param columns the cells that it may take
 */
export function progressLine(progress: BatchProgress, columns: number): string {
  const facts = factsOf(progress);
  while (facts.length > 1 && SHORTEST_BAR + 1 + stringWidth(facts.join(' · ')) > columns) facts.pop();
  const text = facts.join(' · ');
  const cells = Math.min(LONGEST_BAR, columns - 1 - stringWidth(text));
  return cells < SHORTEST_BAR ? text : `${filledBar(progress, cells)} ${text}`;
}

/** The weightiest first. */
function factsOf({ rows, done, failed, rowsPerSecond, spent, secondsLeft, costLeft }: BatchProgress) {
  const facts = [
    `${groupThousands(done + failed)} of ${groupThousands(rows)}`,
    failed === 0 ? '' : `${groupThousands(failed)} failed`,
    spent === 0 ? '' : costText(spent, costLeft),
    secondsLeft === null || secondsLeft <= 0 ? '' : `${formatDuration(Math.ceil(secondsLeft) * 1000)} left`,
    rowsPerSecond === null ? '' : `${speedText(rowsPerSecond)}/s`,
  ];
  return facts.filter((fact) => fact !== '');
}

function costText(spent: number, left: number | null): string {
  return left === null || left === 0 ? dollars(spent) : `${dollars(spent)} of about ${dollars(spent + left)}`;
}

function speedText(rowsPerSecond: number): string {
  return rowsPerSecond < 10 ? rowsPerSecond.toFixed(1) : groupThousands(Math.round(rowsPerSecond));
}

function filledBar({ rows, done, failed }: BatchProgress, cells: number): string {
  return bar(done + failed, rows, cells).padEnd(cells, '░');
}
