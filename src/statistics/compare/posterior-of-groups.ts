import { betaPosterior } from '../bayes/beta-posterior.js';
import { normalPosterior } from '../bayes/normal-posterior.js';
import type { Posterior } from '../bayes/posterior.js';
import type { Confidence } from '../effect.js';
import type { Estimate } from '../estimate.js';
import { pairedEstimate } from '../means/paired.js';
import { welchEstimate } from '../means/welch.js';
import { matchedPairs, pairedSample } from '../moments/matched-pairs.js';
import type { UnitTotals } from '../moments/unit-totals.js';
import { pairedRatioSample } from '../ratios/paired-ratio-sample.js';
import { ratioSample } from '../ratios/ratio-sample.js';
import type { Groups } from '../sample.js';
import { shareOf } from './outcomes.js';

/** What is observed of units: yes or no, a figure, or a figure that is divided by another. */
export type Observed = 'proportion' | 'mean' | 'ratio';

/**
 * What is to be believed about the difference of two groups, with a prior that knows nothing: of proportions of
 * independent groups exactly, by beta distributions; else by the normal distribution of the difference. Units that are
 * in both are compared with themselves.
 *
 * @returns null where nothing varied: then nothing is known of how far the difference is off
 * @throws {StatisticsInputError} for outcomes that are neither 0 nor 1, or a confidence that is not between 0 and 1
 */
export function posteriorOfGroups(
  groups: Groups<UnitTotals>,
  observed: Observed,
  { confidence }: Confidence,
): Posterior | null {
  const { control, treatment } = groups;
  const pairs = matchedPairs(groups);
  if (observed === 'proportion' && pairs === null && !control.isRepeated && !treatment.isRepeated) {
    const shares = { control: shareOf(control), treatment: shareOf(treatment) };
    return betaPosterior(shares, { prior: { a: 1, b: 1 }, effect: 'difference', confidence });
  }
  const estimate =
    pairs === null
      ? apart(groups)
      : pairedEstimate(observed === 'ratio' ? pairedRatioSample(pairs) : pairedSample(pairs));
  return estimate.standardError > 0 ? normalPosterior(estimate, null, { confidence }) : null;
}

function apart({ control, treatment }: Groups<UnitTotals>): Estimate {
  return welchEstimate({
    control: ratioSample(control.sample()),
    treatment: ratioSample(treatment.sample()),
  });
}
