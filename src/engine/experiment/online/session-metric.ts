import { ExperimentDefinitionError } from '../errors.js';
import type { ExperimentMetric } from '../experiment.js';

type Measured = Pick<ExperimentMetric, 'kind' | 'better'>;

/**
 * What comes from sessions by themselves. What a session takes is set against sessions that came to their end: one that
 * was given up has cost something and brought nothing, so that a variant does not look cheap by being given up.
 */
export const outcomeMetrics = {
  /** Whether it came to its end. */
  completed: { kind: 'proportion', better: 'higher' },
  /** Whether the first answer to the planning prompt had all sections, in a form that leaves no other reading. */
  exact: { kind: 'proportion', better: 'higher' },
  /** Whether the project's own test command passed at the end. */
  verified: { kind: 'proportion', better: 'higher' },
  /** The mean of its phases, from 1 to 5. */
  rating: { kind: 'mean', better: 'higher' },
  /** Per completed session. */
  tokens: { kind: 'ratio', better: 'lower' },
  /** In US dollars, per completed session. */
  cost: { kind: 'ratio', better: 'lower' },
  /** From its start to its end, per completed session. */
  hours: { kind: 'ratio', better: 'lower' },
  /** Answers that had to be given again, and requests in new words, per completed session. */
  rework: { kind: 'ratio', better: 'lower' },
} as const satisfies Readonly<Record<string, Measured>>;

export type OutcomeMetric = keyof typeof outcomeMetrics;

export function isOutcomeMetric(name: string): name is OutcomeMetric {
  return Object.hasOwn(outcomeMetrics, name);
}

const SCORE = /^score:[a-z0-9][a-z0-9_-]{0,39}$/;

/**
 * What is measured of sessions and users under a name. `success` and `score:NAME` are recorded by whoever knows them.
 *
 * @throws ExperimentDefinitionError when there is no such metric
 * @example sessionMetric('cost') // { kind: 'ratio', better: 'lower' }
 */
export function sessionMetric(name: string): Measured {
  if (isOutcomeMetric(name)) return outcomeMetrics[name];
  if (name === 'success') return { kind: 'proportion', better: 'higher' };
  if (SCORE.test(name)) return { kind: 'mean', better: 'higher' };
  throw new ExperimentDefinitionError(`There is no metric "${name}" of sessions.`, {
    hint: `There are ${Object.keys(outcomeMetrics).join(', ')}; success and score:NAME are what you record.`,
  });
}
