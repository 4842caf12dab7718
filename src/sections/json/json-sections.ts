import type { ChosenHeading } from '../choose/choose-headings.js';
import { insideOuterFence } from '../choose/outer-fence.js';
import { withoutIndentation } from '../cut/indentation.js';
import { withoutRanges } from '../cut/without-ranges.js';
import type { FoundSection, FoundSections } from '../found-section.js';
import type { ExpectedNames } from '../names/expected-names.js';
import { scanAnswer } from '../scan/scan-answer.js';
import { QUOTE } from '../text/characters.js';
import { RangeList } from '../text/range-list.js';
import { beforeReturns, firstTextLine, lastTextEnd } from '../text/text-edges.js';
import { findMembers, type JsonFinding } from './find-members.js';
import type { JsonMember } from './json-object.js';
import { jsonTextOf } from './json-text.js';

/**
 * The sections of an answer that is one JSON object, or null when the answer is no such object: it has
 * none, or the object stands inside a section that a heading opens.
 *
 * @param headings - the headings that were chosen, as if the answer were no JSON
 */
export function readJsonSections(
  text: string,
  names: ExpectedNames,
  headings: readonly ChosenHeading[],
): FoundSections | null {
  const finding = findMembers(text, names);
  if (finding === null || isInsideSection(finding, headings)) return null;
  return {
    sections: finding.members.map((member) => sectionOf(text, names, member, finding)),
    agentOutput: new RangeList(),
    fences: new RangeList(),
  };
}

function isInsideSection({ members }: JsonFinding, headings: readonly ChosenHeading[]): boolean {
  const start = members[0]?.start ?? 0;
  const end = members.at(-1)?.valueEnd ?? 0;
  const outside = headings.filter(({ heading }) => heading.start < start || heading.start > end);
  const before = outside.filter(({ heading }) => heading.start < start);
  if (before.some(({ heading }) => heading.form !== 'plain')) return true;
  return outside.length > 0 && outside.length >= new Set(members.map(({ key }) => key)).size;
}

function sectionOf(
  text: string,
  names: ExpectedNames,
  member: JsonMember,
  { members, outcome }: JsonFinding,
): FoundSection {
  const value = jsonTextOf(text, member);
  const quoted = text.charCodeAt(member.valueStart) === QUOTE ? 1 : 0;
  const bodyStart = Math.min(member.valueStart + quoted, member.valueEnd);
  return {
    key: member.key,
    text: bodyOf(value.text, names, !member.closed),
    start: member.start,
    end: member.valueEnd,
    bodyStart,
    bodyEnd: Math.max(bodyStart, member.valueEnd - (member.closed ? quoted : 0)),
    form: 'json',
    truncated: !member.closed,
    doubt: doubtAbout(member, value.strict, members, outcome),
    closed: member.closed,
  };
}

/** A decoded value as a body: without outer fence, agent output and common indentation. */
function bodyOf(value: string, names: ExpectedNames, cutOff: boolean): string {
  const { agentOutput } = scanAnswer(value, names);
  const text = withoutRanges(value, 0, value.length, agentOutput);
  const start = firstTextLine(text, 0, text.length);
  const inside = insideOuterFence(text, start, lastTextEnd(text, start, text.length), cutOff);
  const { start: from, end } = inside ?? { start: 0, end: beforeReturns(text, 0, text.length) };
  return withoutIndentation(text.slice(from, end));
}

function doubtAbout(
  member: JsonMember,
  strict: boolean,
  members: readonly JsonMember[],
  outcome: JsonFinding['outcome'],
): string | null {
  if (!strict || outcome !== 'complete') return 'the JSON is not well-formed';
  if (member.match !== 'canonical' && member.match !== 'variant')
    return 'its name is written otherwise than expected';
  if (members.length < 2) return 'it is the only section in its object';
  return null;
}
