import { groupThousands } from '../../base/text/group-thousands.js';
import type { VariantComparison } from '../../engine/experiment/analysis/analyze-observations.js';
import type { ExperimentMetric } from '../../engine/experiment/experiment.js';
import { differenceText } from './figure-text.js';

/** Beyond this many, more data are not what is missing. */
const MOST_ROWS_NEEDED = 1e9;

/** How many rows would decide a comparison that is open; null where that cannot be said. */
export function rowsNeeded({ verdict, effect }: VariantComparison): number | null {
  if (verdict.is !== 'not-enough-data' || verdict.times === null || effect === null) return null;
  const rows = Math.ceil(verdict.times * effect.units);
  return rows > MOST_ROWS_NEEDED ? null : rows;
}

/** What a sentence is about, as it names it. */
export interface Compared {
  readonly variant: string;
  readonly control: string;
  /** What was measured, as there are many of it: `rows`. */
  readonly units: string;
}

/**
 * What the data say of a variant, as a sentence with the effect and its interval.
 *
 * @example
 * comparisonSentence(metric, { variant: 'b', control: 'a', units: 'rows' }, comparison)
 * // 'b is better than a: success is 12 points higher (95 % interval: 3 to 21 points), over 100 rows.'
 */
export function comparisonSentence(
  metric: ExperimentMetric,
  { variant, control, units }: Compared,
  comparison: VariantComparison,
): string {
  const { effect, verdict } = comparison;
  if (effect === null)
    return `There are too few ${units} to compare ${variant} with ${control} by ${metric.name}.`;
  const found = `${foundText(metric, comparison)} ${units}`;
  switch (verdict.is) {
    case 'better':
    case 'worse': {
      const perhaps =
        metric.matters > 0 && verdict.matters === 'perhaps' ? ', perhaps by less than matters' : '';
      return `${variant} is ${verdict.is} than ${control}${perhaps}: ${found}.`;
    }
    case 'no-difference-that-matters':
      return `There is no difference that matters between ${variant} and ${control}: ${found}.`;
    case 'not-enough-data': {
      const rows = rowsNeeded(comparison);
      const more =
        rows === null ? '' : ` If it stays so, about ${groupThousands(rows)} ${units} would decide it.`;
      return `There is not enough data yet to tell ${variant} from ${control}: ${found}.${more}`;
    }
  }
}

function foundText(metric: ExperimentMetric, { effect, confidence }: VariantComparison): string {
  if (effect === null) return '';
  const { estimate, interval, units } = effect;
  const size = differenceText(metric, estimate);
  const direction = estimate < 0 ? 'lower' : 'higher';
  const found = estimate === 0 ? `${metric.name} is the same` : `${metric.name} is ${size} ${direction}`;
  const sure = Number((confidence * 100).toFixed(2));
  const range =
    Number.isFinite(interval.from) && Number.isFinite(interval.to)
      ? `${sure} % interval: ${signed(metric, interval.from)} to ${signed(metric, interval.to)}`
      : 'nothing varied, so that the interval has no ends';
  return `${found} (${range}), over ${groupThousands(units)}`;
}

/** @example signed({ name: 'success', kind: 'proportion' }, 0.1) === '+10 points' */
function signed(metric: ExperimentMetric, value: number): string {
  return `${value < 0 ? '-' : '+'}${differenceText(metric, value)}`;
}
