import type { SearchSettings } from './optimization.js';
import type { OptimizationProgress } from './optimization-ports.js';
import type { Arm } from './search/arm.js';
import type { CallBook } from './search/call-book.js';

interface Going {
  readonly book: CallBook;
  readonly arms: readonly Arm[];
  readonly settings: SearchSettings;
}

/** How far a search is that is going on. */
export function progressOf(
  phase: OptimizationProgress['phase'],
  { book, arms, settings: { budget } }: Going,
): OptimizationProgress {
  const members = arms.flatMap(({ pool }) => pool.members);
  const scores = members.map(({ sheet }) => sheet.score);
  return {
    phase,
    calls: book.calls,
    callsAtMost: budget.calls,
    cost: book.cost,
    costAtMost: budget.cost,
    proposals: arms.reduce((sum, { parts }) => sum + parts.desk.proposals, 0),
    refused: arms.reduce((sum, { parts }) => sum + parts.desk.refused, 0),
    bestTraining: scores.length === 0 ? null : Math.max(...scores),
    startTraining: scores[0] ?? null,
  };
}
