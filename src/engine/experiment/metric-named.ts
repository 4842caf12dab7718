import { type ExperimentCheck, isJudgeCheck, isYesOrNo } from './checks/experiment-check.js';
import { ExperimentDefinitionError } from './errors.js';
import type { ExperimentMetric } from './experiment.js';

type Measured = Pick<ExperimentMetric, 'kind' | 'better'>;

/** What is known of the metrics without a check of their own. `success` is that all checks give 1 that are not judges. */
const known: Readonly<Record<string, Measured>> = {
  success: { kind: 'proportion', better: 'higher' },
  /** In US dollars. */
  cost: { kind: 'mean', better: 'lower' },
  /** In milliseconds. */
  latency: { kind: 'mean', better: 'lower' },
};

const SCORE = 'score:';

/** The name of the metric that a check's scores are. */
export function scoreMetric({ name }: Pick<ExperimentCheck, 'name'>): string {
  return `${SCORE}${name}`;
}

/**
 * What is measured of rows under a name.
 *
 * @throws ExperimentDefinitionError when there is no such metric, or it takes checks that there are none of
 * @example metricNamed('cost', []) // { kind: 'mean', better: 'lower' }
 */
export function metricNamed(name: string, checks: readonly ExperimentCheck[]): Measured {
  if (name === 'success' && checks.every(isJudgeCheck)) {
    throw new ExperimentDefinitionError('Without a check nobody knows which answers are a success.', {
      hint: 'Say what makes one: --check equals --expect COLUMN.',
    });
  }
  const measured = known[name];
  if (measured !== undefined) return measured;
  const check = checks.find((one) => scoreMetric(one) === name);
  if (check !== undefined) return { kind: isYesOrNo(check) ? 'proportion' : 'mean', better: 'higher' };
  const names = [...Object.keys(known), ...checks.map(scoreMetric)];
  throw new ExperimentDefinitionError(`There is no metric "${name}".`, {
    hint: `There are ${names.join(', ')}; a check called NAME brings ${SCORE}NAME.`,
  });
}
