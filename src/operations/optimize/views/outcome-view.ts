import { inDollars } from '../../../engine/execution/dollars.js';
import type {
  CandidateFigures,
  MetricFinding,
  OptimizationOutcome,
  ScoreFigure,
} from '../../../engine/optimize/optimization-outcome.js';
import type { MetricFindingView, OptimizationShowOutput, ScoreFigureView } from '../outputs.js';

type OutcomeView = Pick<OptimizationShowOutput, 'sets' | 'figures' | 'score' | 'cost' | 'ends'>;

/** What an optimisation came to, in figures; nothing of one that has not come to its end. */
export function outcomeView(outcome: OptimizationOutcome | null): OutcomeView {
  if (outcome === null) return { sets: null, figures: [], score: null, cost: null, ends: [] };
  const { finding } = outcome;
  const judged = finding.is === 'judged' ? finding : null;
  return {
    sets: { ...outcome.sets },
    figures: outcome.figures.map(figuresView),
    score: judged && metricView(judged.score),
    cost: judged?.cost ? inUsDollars(metricView(judged.cost)) : null,
    ends: outcome.ends.map((end) => ({ ...end })),
  };
}

function figuresView({ candidate, arm, training, holdOut }: CandidateFigures) {
  return { candidate, arm, training: scoreView(training), holdOut: holdOut && scoreView(holdOut) };
}

function scoreView({ score, interval, cost, rows }: ScoreFigure): ScoreFigureView {
  return {
    score,
    from: interval?.from ?? null,
    to: interval?.to ?? null,
    cost: inDollars(cost),
    rows,
  };
}

function metricView({
  estimate,
  interval,
  confidence,
  pValue,
  method,
  rows,
}: MetricFinding): MetricFindingView {
  return {
    estimate,
    from: interval?.from ?? null,
    to: interval?.to ?? null,
    ...{ confidence, pValue, method, rows },
  };
}

function inUsDollars(view: MetricFindingView): MetricFindingView {
  const { estimate, from, to } = view;
  return { ...view, estimate: inDollars(estimate), from: inDollars(from), to: inDollars(to) };
}
