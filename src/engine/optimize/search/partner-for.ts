import type { Member, Pool } from './pool.js';

/**
 * The member of the front that is good at what another one is not, so that one text could have both. One that descends
 * from the other has little to add.
 *
 * @param isTried whether somebody was brought together with it before
 * @returns null when there is none
 */
export function partnerFor(
  member: Member,
  { front }: Pool,
  isTried: (other: Member) => boolean,
): Member | null {
  const others = front.filter(
    (other) => other !== member && !isTried(other) && !areInLine(member, other) && gain(member, other) > 0,
  );
  return others.sort((a, b) => gain(member, b) - gain(member, a))[0] ?? null;
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
