import type { Judgement } from './judgement.js';

/** How far a judge is to be believed. */
export interface JudgeAgreement {
  /** How many pairs of answers were judged in both orders. */
  readonly pairs: number;
  /** The part of them of which it said the same in both orders; null when there are none. */
  readonly withItself: number | null;
  /** Of the judgements that preferred one, the part that preferred the first: 0.5 is without a preference for a place. */
  readonly prefersFirst: number | null;
}

/** How far a judge and a person say the same. */
export interface HumanAgreement {
  /** How many pairs of answers both judged. */
  readonly pairs: number;
  /** The part of which they say the same; null when there are none. */
  readonly agreement: number | null;
  /** Cohen's kappa: 1 is always, 0 as often as by chance; null where chance alone would do it. */
  readonly kappa: number | null;
}

/** What judgements say of the judge; those that nobody had to be asked for are left out. */
export function judgeAgreement(judgements: readonly Judgement[]): JudgeAgreement {
  const asked = judgements.filter(({ execution }) => execution !== null);
  const pairs = [...inPairs(asked).values()].filter((pair) => pair.length === 2);
  const same = pairs.filter(([one, other]) => one?.value === other?.value).length;
  const decided = asked.filter(({ value }) => value !== 0.5);
  const first = decided.filter(({ value, order }) => (value === 1) === (order === 'variant-first')).length;
  return {
    pairs: pairs.length,
    withItself: pairs.length === 0 ? null : same / pairs.length,
    prefersFirst: decided.length === 0 ? null : first / decided.length,
  };
}

/** Which of the two answers somebody prefers. */
export type Preference = 'control' | 'variant' | 'same';

/**
 * How far a judge agrees with a person.
 *
 * Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960).
 *
 * @param humanOf what a person says of a variant's answer to a row; null where nothing is said
 */
export function humanAgreement(
  judgements: readonly Judgement[],
  humanOf: (unit: string, variant: number) => Preference | null,
): HumanAgreement {
  const both = [...inPairs(judgements.filter(({ execution }) => execution !== null)).values()].flatMap(
    (pair) => {
      const [{ unit, variant } = { unit: '', variant: 0 }] = pair;
      const human = humanOf(unit, variant);
      return human === null ? [] : [{ human, judge: preferenceOf(pair) }];
    },
  );
  const pairs = both.length;
  if (pairs === 0) return { pairs, agreement: null, kappa: null };
  const agreement = both.filter(({ human, judge }) => human === judge).length / pairs;
  const part = (who: 'human' | 'judge', said: Preference) =>
    both.filter((one) => one[who] === said).length / pairs;
  const byChance = preferences.reduce((sum, said) => sum + part('human', said) * part('judge', said), 0);
  return { pairs, agreement, kappa: byChance === 1 ? null : (agreement - byChance) / (1 - byChance) };
}

const preferences: readonly Preference[] = ['control', 'variant', 'same'];

/** What the orders say together. */
function preferenceOf(pair: readonly Judgement[]): Preference {
  const mean = pair.reduce((sum, { value }) => sum + value, 0) / pair.length;
  return mean === 0.5 ? 'same' : mean > 0.5 ? 'variant' : 'control';
}

/** The judgements of the same answers. */
function inPairs(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const pairs = new Map<string, Judgement[]>();
  for (const one of judgements) {
    const key = JSON.stringify([one.unit, one.variant, one.repetition]);
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  }
  return pairs;
}
