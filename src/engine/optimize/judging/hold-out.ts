import type { CandidateName } from '../candidate.js';
import type { OptimizationRow } from '../optimization-row.js';
import { LEAST_HOLD_OUT } from '../plan-optimization.js';
import type { Member } from '../search/pool.js';
import { rowQuestions } from '../search/row-question.js';
import { ScoreSheet } from '../search/score-sheet.js';
import type { Trials } from '../search/trials.js';
import { untilUsedUp } from '../search/until-used-up.js';

/**
 * Asks those that are compared in the end for the hold-out, each for the same rows: all, or as many as can be paid for.
 *
 * @returns what came of it by their names; without those that could not be paid for
 */
export async function askHoldOut(
  compared: readonly Member[],
  rows: readonly OptimizationRow[],
  trials: Trials,
): Promise<ReadonlyMap<CandidateName, ScoreSheet>> {
  const sheets = new Map<CandidateName, ScoreSheet>();
  const paid = affordable(compared, rows, trials);
  if (paid.length < LEAST_HOLD_OUT) return sheets;
  await untilUsedUp(async () => {
    for (const { name, template } of compared) {
      const sheet = new ScoreSheet(paid);
      sheet.add(await trials.askRows(template, paid));
      sheets.set(name, sheet);
    }
  });
  return sheets;
}

function affordable(
  compared: readonly Member[],
  rows: readonly OptimizationRow[],
  trials: Trials,
): readonly OptimizationRow[] {
  for (let count = rows.length; count >= LEAST_HOLD_OUT; count--) {
    const some = rows.slice(0, count);
    const questions = compared.flatMap(({ template }) => rowQuestions(template, some, 1));
    if (trials.affords(questions)) return some;
  }
  return [];
}
