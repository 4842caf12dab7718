import type { Fence } from '../scan/fence-list.js';
import type { Candidate, Landmarks } from '../scan/landmarks.js';
import { isAlike } from './likeness.js';

/**
 * How a candidate stands among the others: `free`; `listed` in a mere list of names; `outnamed`, a synonym
 * where the expected name occurs as well; or part of an `example` of the answer's form: a fenced block that
 * begins with a heading and has only placeholders beneath its headings.
 */
export type Standing = 'free' | 'listed' | 'outnamed' | 'example';

/** Lines from one name of a list to the next. */
const LIST_STEP = 1;
/** Lines from one heading of an example to the next, at most. */
const EXAMPLE_STEP = 5;

/** The standing of each candidate. When all that is not listed is example, it is no example but the answer. */
export function standingsOf(landmarks: Landmarks): Standing[] {
  const { candidates } = landmarks;
  const listed = listedNames(candidates);
  const examples = new Set(candidates.flatMap((_, index) => exampleFrom(landmarks, index)));
  const isFree = (index: number) => !listed.has(index) && !examples.has(index);
  const isAnswer = !candidates.some((_, index) => isFree(index));
  const named = new Set(
    candidates.filter(({ match }, index) => match !== 'synonym' && isFree(index)).map(({ key }) => key),
  );
  return candidates.map(({ match, key }, index) => {
    if (examples.has(index) && !isAnswer) return 'example';
    if (match === 'synonym' && named.has(key)) return 'outnamed';
    return listed.has(index) ? 'listed' : 'free';
  });
}

/** The indexes of the candidates that stand one right beneath the other. */
function listedNames(candidates: readonly Candidate[]): Set<number> {
  const listed = new Set<number>();
  for (let index = 0; index < candidates.length; ) {
    const run = runFrom(candidates, index, LIST_STEP);
    if (run.length > 1) for (const member of run) listed.add(member);
    index += run.length;
  }
  return listed;
}

/** The indexes of the candidates of an example that begins with the candidate at `index`; none if none does. */
function exampleFrom(landmarks: Landmarks, index: number): number[] {
  const { candidates, fences, lines } = landmarks;
  const opener = openerAbove(landmarks, candidates[index]);
  if (opener === null) return [];
  if (opener.info === 'code') return [index];
  const run = runFrom(candidates, index, EXAMPLE_STEP);
  const last = candidates[run.at(-1) ?? index];
  if (last === undefined) return [];
  const closes = last.fence < fences.count && fences.at(last.fence).line - last.line <= EXAMPLE_STEP;
  const cutOff = lines - last.line <= EXAMPLE_STEP;
  return cutOff || (closes && run.length > 1) ? run : [];
}

/** The candidates from `index` on that look alike, name different sections and stand close, in one block. */
function runFrom(candidates: readonly Candidate[], index: number, step: number): number[] {
  const run = [index];
  const keys = new Set([candidates[index]?.key]);
  for (let next = index + 1; next < candidates.length; next++) {
    const [above, candidate] = [candidates[next - 1], candidates[next]];
    if (above === undefined || candidate === undefined || keys.has(candidate.key)) break;
    const blocksBetween = (candidate.fence - above.fence) % 2 === 0;
    if (!blocksBetween || candidate.line - above.line > step || !isAlike(above, candidate)) break;
    run.push(next);
    keys.add(candidate.key);
  }
  return run;
}

/** The fence on the line right above a candidate, if it opens a block. */
function openerAbove({ fences }: Landmarks, candidate: Candidate | undefined): Fence | null {
  if (candidate === undefined || candidate.fence === 0) return null;
  const above = fences.at(candidate.fence - 1);
  const opens = above.info !== 'none' || above.lean > 0;
  return opens && above.line === candidate.line - 1 ? above : null;
}
