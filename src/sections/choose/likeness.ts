import type { Fence, FenceList } from '../scan/fence-list.js';
import type { Candidate } from '../scan/landmarks.js';
import type { Standing } from './standing.js';
import { weights } from './weights.js';

/** Columns by which headings of one answer may differ, as when the first line of a paste lost its margin. */
const MOST_INDENT_APART = 3;

/** Whether two lines look like headings of one series: same form, same depth, about the same margin. */
export function isAlike(a: Candidate, b: Candidate): boolean {
  return (
    a.level === b.level && formClass(a) === formClass(b) && Math.abs(a.indent - b.indent) <= MOST_INDENT_APART
  );
}

/** What it says for `next` and `previous` being siblings that they look alike, or do not. */
export function linkWeight(previous: Candidate, next: Candidate): number {
  const order = next.key > previous.key ? weights.inOrder : 0;
  if (isAlike(previous, next) && markedAlike(previous, next)) return weights.alike + order;
  return Math.min(weights.unlike[previous.match], weights.unlike[next.match]) + order;
}

/** What it costs to leave `passed` inside the text although `sibling` is taken for a heading. */
export function passedOverWeight(
  passed: Candidate,
  sibling: Candidate,
  standing: Standing | undefined,
): number {
  if (standing !== 'free') return -weights.passedOverInList;
  const alike = isAlike(passed, sibling) && (passed.match === 'canonical' || markedAlike(passed, sibling));
  return -(alike ? weights.passedOverAlike : weights.passedOverOther)[passed.match];
}

/** What it costs to leave `passed` inside a fence: more if its body is fenced like the sibling's. */
export function passedOverInFenceWeight(
  passed: Candidate,
  sibling: Candidate,
  standing: Standing | undefined,
  fences: FenceList,
): number {
  if (standing !== 'free') return 0;
  const own = fenceBeneath(passed, fences);
  const other = fenceBeneath(sibling, fences);
  const alike =
    own !== null &&
    own.marker === other?.marker &&
    own.indent === other.indent &&
    own.info !== 'code' &&
    own.followedByText;
  if (alike) return -weights.passedOverFenced;
  return isAlike(passed, sibling) ? -weights.passedOverInFence : 0;
}

/** The fence on the line right beneath a heading, or null. */
export function fenceBeneath(heading: Candidate, fences: FenceList): Fence | null {
  if (heading.fence >= fences.count) return null;
  const fence = fences.at(heading.fence);
  return fence.line === heading.line + 1 ? fence : null;
}

/** Numbers and bullets matter only to names that are not the expected ones. */
function markedAlike(a: Candidate, b: Candidate): boolean {
  if (a.match !== 'synonym' && b.match !== 'synonym') return true;
  return a.numbered === b.numbered && a.form === b.form;
}

function formClass(candidate: Candidate): string {
  return candidate.form === 'bullet' ? 'plain' : candidate.form;
}
