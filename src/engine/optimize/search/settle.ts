import type { Arm } from './arm.js';
import { type Member, ranked } from './pool.js';
import { rowQuestions } from './row-question.js';

/** So many of the best are asked again. */
const CONTENDERS = 3;
const FEWEST_CONTENDERS = 2;
const MOST_ROUNDS = 3;
/** Of an arm's calls: what is tried twice is not tried with something else. */
const MOST_PART = 0.3;

/**
 * The best member of an arm. Where the same question has not always the same answer, who looks best was perhaps lucky:
 * the best are asked for the selection set again, and after each round the last one is out.
 *
 * Source for the rounds: Z. Karnin, T. Koren and O. Somekh, Almost Optimal Exploration in Multi-Armed Bandits, ICML 2013,
 * with one instead of half of them out.
 *
 * @returns null when not even the start could be measured
 * @throws AllowanceUsedUp when calls cost more than any before
 */
export async function settle(arm: Arm): Promise<Member | null> {
  const { settings, trials } = arm.parts;
  trials.wallet.keep(0);
  let contenders = arm.pool.ranking.slice(0, CONTENDERS);
  for (let round = 0; arm.isNoisy && round < MOST_ROUNDS && canGoOn(arm, contenders); round++) {
    for (const member of contenders) await arm.measureAgain(member);
    contenders = ranked(contenders, settings).slice(0, Math.max(FEWEST_CONTENDERS, contenders.length - 1));
  }
  return contenders[0] ?? null;
}

/**
 * The calls that are set aside for settling: as many rounds as are worth it, or none.
 *
 * @param callsEach what the arm may ask; null when only the cost is limited
 */
export function callsToSettle(selectionRows: number, callsEach: number | null): number {
  const most = (callsEach ?? Number.POSITIVE_INFINITY) * MOST_PART;
  for (let rounds = MOST_ROUNDS; rounds > 0; rounds--) {
    const calls = selectionRows * (CONTENDERS + (rounds - 1) * FEWEST_CONTENDERS);
    if (calls <= most) return calls;
  }
  return 0;
}

function canGoOn({ parts }: Arm, contenders: readonly Member[]): boolean {
  const questions = contenders.flatMap(({ template, sheet }) =>
    rowQuestions(template, parts.rows.selection, sheet.repeats + 1),
  );
  return contenders.length > 1 && parts.trials.affords(questions);
}
