import type { RandomSource } from '../../../statistics/random/random-source.js';
import type { Member, Pool } from './pool.js';

/**
 * Two members of the front that are good at different rows, so that one text could have both: one drawn by lot, and who
 * adds most to it. Two that descend from each other have little to add.
 *
 * @param isTried whether two were brought together before
 * @returns null when there are none
 */
export function chooseCouple(
  pool: Pool,
  random: RandomSource,
  isTried: (one: Member, other: Member) => boolean,
): readonly [Member, Member] | null {
  const one = pool.drawParent(random);
  if (one === undefined) return null;
  const others = pool.front.filter(
    (other) => other !== one && !isTried(one, other) && !areInLine(one, other) && gain(one, other) > 0,
  );
  const [best] = others.sort((a, b) => gain(one, b) - gain(one, a));
  return best === undefined ? null : [one, best];
}

function areInLine(one: Member, other: Member): boolean {
  return one.parents.includes(other.name) || other.parents.includes(one.name);
}

/** By how much the better of both at each row is more than the better one of the two. */
function gain(one: Member, other: Member): number {
  const [ones, others] = [one.sheet.rowScores, other.sheet.rowScores];
  const together = ones.reduce((sum, score, row) => sum + Math.max(score, others[row] ?? 0), 0);
  return together - Math.max(sum(ones), sum(others));
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}
