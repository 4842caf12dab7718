import type { CandidateOrigin } from '../candidate.js';
import type { SearchSettings } from '../optimization.js';
import type { Lesson } from './lessons.js';
import type { Member } from './pool.js';
import { type RowResult, scoreOf } from './row-result.js';

/** What a text costs less is worth another look only beyond this. */
const CHEAPER = 0.98;
/** Of a score from 0 to 1, that is a matter of chance: as far as it goes. */
const DEVIATION = 0.5;

/** What came of asking a draft for some rows, and what its parents had for them. */
export interface FirstLook {
  readonly results: readonly RowResult[];
  readonly parentScore: number;
}

/**
 * Whether a draft is worth more calls after the rows of its lessons. A merge that loses nothing has what it is for; any
 * other draft has to be better, or cheaper where that counts.
 */
export function isPromising(
  origin: CandidateOrigin,
  { results, parentScore }: FirstLook,
  lessons: readonly Lesson[],
  goal: SearchSettings['goal'],
): boolean {
  const score = scoreOf(results);
  if (score !== parentScore) return score > parentScore;
  if (origin === 'merge') return true;
  const parentCost = Math.min(...lessons.map((lesson) => costOf(lesson.results)));
  return goal === 'score-then-cost' && costOf(results) < CHEAPER * parentCost;
}

/**
 * Whether a draft has something to add after the first rows of the selection set: it is no worse than its parents there, as
 * far as can be told, or best at some row.
 *
 * @param members those that were asked for all rows
 * @param isNoisy whether scores are a matter of chance
 */
export function addsSomething(
  { results, parentScore }: FirstLook,
  members: readonly Member[],
  isNoisy: boolean,
): boolean {
  const leeway = isNoisy ? DEVIATION * Math.sqrt(results.length) : 0;
  const isNoWorse = scoreOf(results) >= parentScore - leeway;
  return isNoWorse || results.some(({ score }, row) => score > bestAt(row, members));
}

function bestAt(row: number, members: readonly Member[]): number {
  return Math.max(...members.map(({ sheet }) => sheet.rowScores[row] ?? 0));
}

function costOf(results: readonly RowResult[]): number {
  return results.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}
