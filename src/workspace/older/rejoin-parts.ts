import { extractSections, type PlanningKey, planningSections } from '../../sections/index.js';
import { sectionTextKeys } from '../text-keys.js';
import type { CutFinding } from './cut-finding.js';
import { type CutParts, findCuts, headingsIn } from './find-cuts.js';
import { longestBackticks, standsIn } from './text-lines.js';

/** A planning answer put together from its parts, and what was wrong with them. */
export interface RejoinedAnswer {
  readonly answer: string;
  readonly findings: readonly CutFinding[];
}

/**
 * Puts a planning answer together again from the parts that the older tool cut it into; it kept no other
 * record of it. Where a cut went wrong, the parts are joined as they followed each other and read anew.
 * That reading is taken when it mends something, breaks nothing, and finds every section again; otherwise
 * the parts stay as they were cut. Every line of every part is in the answer either way.
 */
export function rejoinParts(parts: CutParts): RejoinedAnswer {
  const asCut = compose(parts, new Set());
  const cuts = findCuts(parts);
  if (cuts.length === 0) return { answer: asCut, findings: [] };
  const joined = compose(parts, suspects(cuts));
  const left = cutsLeftIn(joined, parts);
  const mends = left !== null && left.length < cuts.length && left.every((cut) => isAmong(cuts, cut));
  return {
    answer: mends ? joined : asCut,
    findings: cuts.map((cut) => ({
      text: sectionTextKeys[cut.key],
      problem: cut.problem,
      repaired: mends && !isAmong(left, cut),
    })),
  };
}

type Cuts = ReturnType<typeof findCuts>;

function isAmong(cuts: Cuts, { key, problem }: Cuts[number]): boolean {
  return cuts.some((cut) => cut.key === key && cut.problem === problem);
}

/** The parts that were cut wrongly, and their neighbours: what one lacks, the one beside it may hold. */
function suspects(cuts: Cuts): ReadonlySet<PlanningKey> {
  const order = planningSections.map(({ key }) => key);
  const found = cuts.flatMap(({ key, problem }) => {
    const at = order.indexOf(key);
    return order.slice(Math.max(0, at - neighbours[problem].before), at + 1 + neighbours[problem].after);
  });
  return new Set(found);
}

/** How many parts before and after one that shows a problem may hold the rest of its text. */
const neighbours: Readonly<Record<Cuts[number]['problem'], { before: number; after: number }>> = {
  'holds-another-section': { before: 0, after: 0 },
  'begins-inside-a-list': { before: 1, after: 0 },
  'fence-left-open': { before: 0, after: 1 },
  'breaks-off': { before: 0, after: 1 },
  'not-there': { before: 0, after: 0 },
};

/** What would still be wrong if the joined answer were taken; null when it lacks a section that was there. */
function cutsLeftIn(joined: string, parts: CutParts): Cuts | null {
  const { sections } = extractSections(joined, planningSections);
  const lost = planningSections.some(
    ({ key }) => parts[key] !== null && (sections[key] === null || sections[key].truncated),
  );
  if (lost) return null;
  return findCuts({
    analysis: sections.analysis?.text ?? null,
    implementation: sections.implementation?.text ?? null,
    notes: sections.notes?.text ?? null,
  });
}

/**
 * The answer as one text. A part that was cut well stands in a fence, so that nothing in it is taken for a
 * heading; a suspect one stands open, and without a heading of its own where it brings that along.
 */
function compose(parts: CutParts, suspect: ReadonlySet<PlanningKey>): string {
  let answer = '';
  for (const [at, { key, name }] of planningSections.entries()) {
    const text = parts[key];
    if (text === null) continue;
    const heading = `${answer === '' ? '' : '\n'}### ${at + 1}. ${name}\n\n`;
    if (!suspect.has(key)) answer += repeats(key, parts, suspect) ? '' : heading + fenced(text);
    else answer += `${headingsIn(text).includes(key) ? '' : heading}${text.trimEnd()}\n`;
  }
  return answer;
}

/** Whether a suspect part holds the text of this one already. */
function repeats(key: PlanningKey, parts: CutParts, suspect: ReadonlySet<PlanningKey>): boolean {
  return [...suspect].some((other) => standsIn(parts[key] ?? '', parts[other] ?? ''));
}

const SHORTEST_FENCE = 6;

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(SHORTEST_FENCE, longestBackticks(text) + 1));
  return `${fence}markdown\n${text.endsWith('\n') ? text : `${text}\n`}${fence}\n`;
}
