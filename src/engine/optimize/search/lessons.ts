import type { SearchSettings } from '../optimization.js';
import type { LessonDeck } from './lesson-deck.js';
import type { Member } from './pool.js';
import type { RowResult } from './row-result.js';
import type { Trials } from './trials.js';

/** What came of asking a member for some feedback rows. */
export interface Lesson {
  readonly member: Pick<Member, 'name' | 'template'>;
  readonly results: readonly RowResult[];
}

/** So many draws without a fault are enough to look for one. */
const MOST_DRAWS = 3;

/**
 * Asks a member for feedback rows until there is something to learn; where the cost counts, that is so in any case.
 *
 * @returns null when it did all of them as well as can be
 * @throws AllowanceUsedUp
 */
export async function lessonFor(
  member: Member,
  deck: LessonDeck,
  trials: Trials,
  goal: SearchSettings['goal'],
): Promise<Lesson | null> {
  let results: readonly RowResult[] = [];
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    results = await trials.askRows(member.template, deck.draw());
    if (results.some(({ score }) => score < 1)) return { member, results };
  }
  return goal === 'score-then-cost' ? { member, results } : null;
}
