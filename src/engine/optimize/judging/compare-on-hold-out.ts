import { compareMeans } from '../../../statistics/compare/compare-means.js';
import { compareOutcomes } from '../../../statistics/compare/compare-outcomes.js';
import type { Comparison } from '../../../statistics/compare/comparison.js';
import { UnitTotals } from '../../../statistics/moments/unit-totals.js';
import { type Aim, verdictOn } from '../../../statistics/verdict.js';
import { familyLevels } from '../../experiment/analysis/family-levels.js';
import type { SearchSettings } from '../optimization.js';
import type { Claim, Finding, MetricFinding } from '../optimization-outcome.js';
import { passesAnywhere } from '../search/passes-anywhere.js';
import type { ScoreSheet } from '../search/score-sheet.js';
import { areYesOrNo } from './score-figure.js';

/** The chance of even one wrong claim that is put up with. */
const ALPHA = 0.05;

/** A metric of which both candidates have a value for each row. */
interface Contest {
  readonly aim: Aim;
  readonly compare: (confidence: number) => Comparison;
}

/**
 * What the hold-out says of a candidate, compared with the start row by row. Score and cost, where both count, are one
 * family by Holm's procedure.
 *
 * @param chosen with the same rows as the start
 */
export function compareOnHoldOut(
  start: ScoreSheet,
  chosen: ScoreSheet,
  settings: Pick<SearchSettings, 'goal' | 'matters' | 'seed'>,
): Finding {
  const contests = [scoreContest(start, chosen, settings), ...costContest(start, chosen, settings)];
  const levels = familyLevels(
    'holm',
    contests.map(({ compare }) => compare(1 - ALPHA).pValue),
    ALPHA,
  );
  const [score, cost = null] = contests.map((contest, at) => findingOf(contest, 1 - (levels[at] ?? ALPHA)));
  if (score === undefined) return { is: 'not-judged' };
  const claim = passesAnywhere(chosen, start) ? 'gamed' : claimOf(score, cost, settings.matters);
  return { is: 'judged', claim, score, cost };
}

function claimOf({ verdict, interval }: MetricFinding, cost: MetricFinding | null, matters: number): Claim {
  if (verdict.is === 'better' || verdict.is === 'worse') return verdict.is;
  const isAsGood = interval !== null && interval.from > -matters;
  return cost?.verdict.is === 'better' && isAsGood ? 'cheaper' : verdict.is;
}

function scoreContest(
  start: ScoreSheet,
  chosen: ScoreSheet,
  { matters, seed }: Pick<SearchSettings, 'matters' | 'seed'>,
): Contest {
  const [control, treatment] = [start.rowScores, chosen.rowScores];
  const method = areYesOrNo([...control, ...treatment]) ? compareOutcomes : compareMeans;
  const groups = { control: totalsOf(control), treatment: totalsOf(treatment) };
  return {
    aim: { better: 'higher', matters },
    compare: (confidence) => method(groups, { effect: 'difference', looks: 'once', confidence, seed }),
  };
}

/** None when the cost does not count, or that of fewer than two rows is known of both. */
function costContest(
  start: ScoreSheet,
  chosen: ScoreSheet,
  { goal, seed }: Pick<SearchSettings, 'goal' | 'seed'>,
): Contest[] {
  const groups = { control: totalsOf(start.rowCosts), treatment: totalsOf(chosen.rowCosts) };
  if (goal === 'score' || Math.min(groups.control.units, groups.treatment.units) < 2) return [];
  return [
    {
      aim: { better: 'lower', matters: 0 },
      compare: (confidence) =>
        compareMeans(groups, { effect: 'difference', looks: 'once', confidence, seed }),
    },
  ];
}

function totalsOf(values: readonly (number | null)[]): UnitTotals {
  const totals = new UnitTotals();
  for (const [row, value] of values.entries()) if (value !== null) totals.add(String(row), value);
  return totals;
}

function findingOf({ aim, compare }: Contest, confidence: number): MetricFinding {
  const { estimate, interval, pValue, method, units } = compare(confidence);
  const isKnown = Number.isFinite(interval.from) && Number.isFinite(interval.to);
  return {
    estimate,
    interval: isKnown ? interval : null,
    confidence,
    pValue,
    method,
    rows: units,
    verdict: verdictOn({ estimate, interval }, aim),
  };
}
