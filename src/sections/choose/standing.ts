import type { Candidate, Landmarks } from '../scan/landmarks.js';
import { isAlike } from './likeness.js';

/**
 * How a candidate stands among the others: `free`; `listed` in a mere list of names; `outnamed`, a synonym
 * where the expected name occurs as well; or part of an `example` of the answer's form: a fenced block that
 * begins with a heading and has only placeholders beneath its headings.
 */
export type Standing = 'free' | 'listed' | 'outnamed' | 'example';

/** Lines from one heading of an example to the next, at most. */
const EXAMPLE_STEP = 5;

/** The standing of each candidate. When all that is not listed is example, it is no example but the answer. */
export function standingsOf(landmarks: Landmarks): Standing[] {
  const { candidates } = landmarks;
  const standings = candidates.map((_, index): Standing => (isListed(candidates, index) ? 'listed' : 'free'));
  const examples = new Set(candidates.flatMap((_, index) => exampleFrom(landmarks, index)));
  const isFree = (index: number) => standings[index] === 'free' && !examples.has(index);
  const named = new Set(
    candidates.filter(({ match }, index) => match !== 'synonym' && isFree(index)).map(({ key }) => key),
  );
  const isAnswer = !candidates.some((_, index) => isFree(index));
  return candidates.map(({ match, key }, index) => {
    if (examples.has(index) && !isAnswer) return 'example';
    return match === 'synonym' && named.has(key) ? 'outnamed' : (standings[index] ?? 'free');
  });
}

/** Whether a candidate stands right above or beneath one that looks alike. */
function isListed(candidates: readonly Candidate[], index: number): boolean {
  const [above, candidate, beneath] = [candidates[index - 1], candidates[index], candidates[index + 1]];
  return (
    candidate !== undefined && (isFollowedBy(above, candidate, 1) || isFollowedBy(candidate, beneath, 1))
  );
}

/** The indexes of the candidates of an example that begins with the candidate at `index`; none if none does. */
function exampleFrom(landmarks: Landmarks, index: number): number[] {
  const { candidates, fences, lines } = landmarks;
  const first = candidates[index];
  if (first === undefined || !beginsBlock(landmarks, first)) return [];
  const members = [index];
  const keys = new Set([first.key]);
  let last = first;
  for (let next = candidates[index + 1]; next !== undefined; next = candidates[index + members.length]) {
    if (!isFollowedBy(last, next, EXAMPLE_STEP) || keys.has(next.key)) break;
    members.push(index + members.length);
    keys.add(next.key);
    last = next;
  }
  const closes = last.fence < fences.count && fences.at(last.fence).line - last.line <= EXAMPLE_STEP;
  const cutOff = lines - last.line <= EXAMPLE_STEP;
  return cutOff || (closes && members.length > 1) ? members : [];
}

/** Whether the line right above a candidate is a fence that opens a block. */
function beginsBlock({ fences }: Landmarks, candidate: Candidate): boolean {
  if (candidate.fence === 0) return false;
  const above = fences.at(candidate.fence - 1);
  return above.line === candidate.line - 1 && (above.info !== 'none' || above.lean > 0);
}

function isFollowedBy(above: Candidate | undefined, beneath: Candidate | undefined, lines: number): boolean {
  if (above === undefined || beneath === undefined) return false;
  return beneath.line - above.line <= lines && isAlike(above, beneath);
}
