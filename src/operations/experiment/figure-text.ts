import { formatDollars } from '../../base/text/format-dollars.js';
import type { ExperimentMetric } from '../../engine/experiment/experiment.js';

type Metric = Pick<ExperimentMetric, 'name' | 'kind'>;

/**
 * A figure of a metric in its unit.
 *
 * @example figureText({ name: 'success', kind: 'proportion' }, 0.125) === '12.5 %'
 */
export function figureText(metric: Metric, value: number): string {
  if (metric.kind === 'proportion') return `${rounded(value * 100)} %`;
  return inItsUnit(metric, value);
}

/**
 * How much more one figure of a metric is than another, without a sign.
 *
 * @example differenceText({ name: 'success', kind: 'proportion' }, -0.125) === '12.5 points'
 */
export function differenceText(metric: Metric, difference: number): string {
  const size = Math.abs(difference);
  if (metric.kind === 'proportion') return `${rounded(size * 100)} points`;
  return inItsUnit(metric, size);
}

function inItsUnit({ name }: Metric, value: number): string {
  if (name === 'cost') return `${value < 0 ? '-' : ''}${formatDollars(Math.abs(value))}`;
  if (name === 'latency') return `${rounded(value)} ms`;
  return rounded(value);
}

/** As many digits as say something. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
