import { groupThousands } from '../../base/text/group-thousands.js';
import { type AnalysisPlan, isSamePlan } from '../../engine/experiment/analysis/analysis-plan.js';
import type { LookReached } from '../../engine/experiment/analysis/look-reached.js';
import { planText } from './plan-text.js';
import { planView } from './views/analysis-view.js';

/** How an experiment is judged, and how it was said that it would be. */
export interface JudgedBy {
  readonly settled: AnalysisPlan;
  readonly plan: AnalysisPlan;
  readonly look: LookReached;
}

/** What to be aware of in an analysis, as sentences. */
export function analysisNotes({ settled, plan, look }: JudgedBy): string[] {
  return [
    ...(isSamePlan(settled, plan)
      ? []
      : [
          `This is not what was planned: the experiment is judged by ${planText(planView(settled))}, and here by ${planText(planView(plan))}.`,
        ]),
    ...lookNote(look),
  ];
}

function lookNote(reached: LookReached): string[] {
  if (reached.kind !== 'planned') return [];
  const { look, times, rows } = reached;
  if (look === 0) return [`The first of ${times} planned looks is not due yet.`];
  return [`This is look ${look} of ${times}, at the first ${groupThousands(rows)} rows.`];
}
