import { groupThousands } from '../../base/text/group-thousands.js';
import { inDollars } from '../../engine/execution/dollars.js';
import { START } from '../../engine/optimize/candidate.js';
import type {
  CandidateFigures,
  Claim,
  MetricFinding,
  OptimizationOutcome,
} from '../../engine/optimize/optimization-outcome.js';
import { differenceText, figureText } from '../experiment/figure-text.js';

/** Beyond this many, more data are not what is missing. */
const MOST_ROWS_NEEDED = 1e9;

const score = { name: 'score', kind: 'mean' } as const;
const cost = { name: 'cost', kind: 'mean' } as const;
type Metric = typeof score | typeof cost;

/** What an optimisation came to, as sentences: what may be claimed, what it rests on, and how random search did. */
export function outcomeSentences(outcome: OptimizationOutcome): string[] {
  return [findingSentence(outcome), trainingSentence(outcome), baselineSentence(outcome)].filter(
    (sentence) => sentence !== null,
  );
}

/**
 * What may be claimed of what was chosen.
 *
 * @example findingSentence(outcome) // 'r4 is better than the start: its score is 0.19 higher (95 % interval: +0.08 to +0.3), over 40 rows that no choice saw.'
 */
export function findingSentence({ chosen, finding }: OptimizationOutcome): string {
  switch (finding.is) {
    case 'nothing-better-found':
      return 'Nothing better than the start was found.';
    case 'not-judged':
      return `The budget was used up before ${chosen} was held against the hold-out: nothing can be said of it.`;
    case 'judged':
      return claimText(chosen, finding.claim, finding.score, finding.cost);
  }
}

function claimText(
  chosen: string,
  claim: Claim,
  ofScore: MetricFinding,
  ofCost: MetricFinding | null,
): string {
  const found = `${metricText(score, ofScore)}, over ${rowsText(ofScore.rows)} that no choice saw`;
  switch (claim) {
    case 'better':
    case 'worse':
      return `${chosen} is ${claim} than the start: ${found}.`;
    case 'cheaper': {
      const cheaper = ofCost === null ? '' : `${metricText(cost, ofCost)}, and `;
      return `${chosen} is cheaper than the start, and as good as far as it matters: ${cheaper}${found}.`;
    }
    case 'no-difference-that-matters':
      return `There is no difference that matters between ${chosen} and the start: ${found}.`;
    case 'not-enough-data':
      return `There is not enough data to tell ${chosen} from the start: ${found}.${moreText(ofScore)}`;
    case 'gamed':
      return `${chosen} is not to be trusted: its answers would pass for what other rows expect, so that its score says nothing (${found}).`;
  }
}

function metricText(metric: Metric, { estimate, interval, confidence }: MetricFinding): string {
  const value = metric === cost ? inDollars(estimate) : estimate;
  const size = differenceText(metric, value);
  const what = metric === cost ? 'an answer costs' : 'its score is';
  const direction = metric === cost ? (value < 0 ? 'less' : 'more') : value < 0 ? 'lower' : 'higher';
  const found = value === 0 ? `${what} the same` : `${what} ${size} ${direction}`;
  return `${found} (${intervalText(metric, interval, confidence)})`;
}

function intervalText(metric: Metric, interval: MetricFinding['interval'], confidence: number): string {
  if (interval === null) return 'nothing varied, so that the interval has no ends';
  const end = (value: number) => signed(metric, metric === cost ? inDollars(value) : value);
  const sure = Number((confidence * 100).toFixed(2));
  return `${sure} % interval: ${end(interval.from)} to ${end(interval.to)}`;
}

function signed(metric: Metric, value: number): string {
  return `${value < 0 ? '-' : '+'}${differenceText(metric, value)}`;
}

function moreText({ verdict, rows }: MetricFinding): string {
  if (verdict.is !== 'not-enough-data' || verdict.times === null) return '';
  const needed = Math.ceil(verdict.times * rows);
  return needed > MOST_ROWS_NEEDED
    ? ''
    : ` If it stays so, a hold-out of about ${rowsText(needed)} would decide it.`;
}

/** The score that it was chosen by stands beside the one that counts. */
function trainingSentence({ chosen, figures }: OptimizationOutcome): string | null {
  const found = figures.find(({ candidate }) => candidate === chosen);
  if (chosen === START || found === undefined || found.holdOut === null) return null;
  const [training, holdOut] = [found.training, found.holdOut].map(scoreText);
  return `Its score was ${training} on the rows that it was chosen by, and is ${holdOut} on those that no choice saw.`;
}

function baselineSentence({ chosen, figures, ends }: OptimizationOutcome): string | null {
  const random = figures.find(({ arm }) => arm === 'random');
  const isTried = ends.some(({ arm }) => arm === 'random');
  if (random === undefined && isTried && chosen !== START)
    return 'Random search with the same budget found nothing better than the start.';
  if (random === undefined || random.candidate === chosen || random.holdOut === null) return null;
  return `The best of random search with the same budget, ${random.candidate}, comes to ${scoreText(random.holdOut)} there.`;
}

function scoreText(figure: CandidateFigures['training']): string {
  return figureText(score, figure.score);
}

function rowsText(rows: number): string {
  return rows === 1 ? '1 row' : `${groupThousands(rows)} rows`;
}
