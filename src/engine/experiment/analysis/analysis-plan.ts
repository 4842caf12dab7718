import { ExperimentDefinitionError } from '../errors.js';

/**
 * When it is looked at what was measured.
 * - `once`: when all that was planned is there
 * - `sequential`: as often as one likes
 * - `planned`: a number of times, when so many parts of the rows are there
 */
export const lookKinds = ['once', 'sequential', 'planned'] as const;
export type LookKind = (typeof lookKinds)[number];

export type Looks =
  | { readonly kind: 'once' }
  | { readonly kind: 'sequential' }
  | { readonly kind: 'planned'; readonly times: number };

/**
 * What is done about many comparisons, by each of which something may be claimed wrongly.
 * - `holm`: even one wrong claim has a chance of at most 5 %
 * - `bh`: of the claims 5 % are wrong on average (Benjamini and Hochberg)
 * - `none`: each is taken by itself
 */
export const familyRules = ['holm', 'bh', 'none'] as const;
export type FamilyRule = (typeof familyRules)[number];

/** How an experiment is judged. It is settled when the experiment is made, so that nobody chooses it by the result. */
export interface AnalysisPlan {
  readonly looks: Looks;
  readonly family: FamilyRule;
}

export const usualPlan: AnalysisPlan = { looks: { kind: 'once' }, family: 'holm' };

const USUAL_TIMES = 5;
/** Each more costs time and gains nothing. */
const MOST_TIMES = 20;

/**
 * The looks that a word means.
 *
 * @param times how many are planned; 5 unless given
 * @throws ExperimentDefinitionError for a number that cannot be, or one without a plan
 * @example looksNamed('planned', 4) // { kind: 'planned', times: 4 }
 */
export function looksNamed(kind: LookKind, times?: number): Looks {
  if (kind !== 'planned') {
    if (times === undefined) return { kind };
    throw new ExperimentDefinitionError('How often it is looked is planned only for planned looks.', {
      hint: `Say so: --looks planned --plan ${times}.`,
    });
  }
  const planned = times ?? USUAL_TIMES;
  if (Number.isInteger(planned) && planned >= 2 && planned <= MOST_TIMES) return { kind, times: planned };
  throw new ExperimentDefinitionError(`It can be looked from 2 to ${MOST_TIMES} times, not ${planned}.`);
}

/** @example isSamePlan(usualPlan, usualPlan) === true */
export function isSamePlan(one: AnalysisPlan, other: AnalysisPlan): boolean {
  return one.family === other.family && JSON.stringify(one.looks) === JSON.stringify(other.looks);
}
