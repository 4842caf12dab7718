import type { ExperimentMetric } from '../experiment.js';
import type { OutcomeValue } from '../online/session-outcome.js';

/** What a metric is where nothing was changed yet. */
export interface Baseline {
  /** The proportion, the mean, or the quotient of the sums. */
  readonly mean: number;
  /** Of one unit. */
  readonly deviation: number;
}

const FEWEST = 10;

/**
 * What a metric was, from figures that are there; null when they are too few, or say nothing of how much they vary.
 *
 * The deviation of a quotient is that of what a unit adds to it, by the delta method: it is planned for as a mean.
 */
export function baselineOf(
  kind: ExperimentMetric['kind'],
  figures: readonly OutcomeValue[],
): Baseline | null {
  if (figures.length < FEWEST) return null;
  const value = average(figures.map((figure) => figure.value));
  if (kind === 'proportion')
    return value > 0 && value < 1 ? { mean: value, deviation: Math.sqrt(value * (1 - value)) } : null;
  const divisorOf = (figure: OutcomeValue) => (kind === 'ratio' ? (figure.divisor ?? 0) : 1);
  const divisor = average(figures.map(divisorOf));
  if (divisor <= 0) return null;
  const mean = value / divisor;
  const added = figures.map((figure) => (figure.value - mean * divisorOf(figure)) / divisor);
  const squares = added.reduce((sum, one) => sum + one ** 2, 0);
  const deviation = Math.sqrt(squares / (figures.length - 1));
  return deviation > 0 ? { mean, deviation } : null;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
