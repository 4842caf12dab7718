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
  const asCut = compose(parts, () => false);
  const cuts = findCuts(parts);
  if (cuts.length === 0) return { answer: asCut, findings: [] };
  const suspect = new Set(cuts.map(({ key }) => key));
  const joined = compose(parts, (key) => suspect.has(key));
  const left = cutsLeftIn(joined, parts);
  const isLeft = (cut: (typeof cuts)[number]) =>
    left === null || left.some(({ key, problem }) => key === cut.key && problem === cut.problem);
  const mends = left !== null && left.every(isAmong(cuts)) && left.length < cuts.length;
  return {
    answer: mends ? joined : asCut,
    findings: cuts.map((cut) => ({
      text: sectionTextKeys[cut.key],
      problem: cut.problem,
      repaired: mends && !isLeft(cut),
    })),
  };
}

type Cuts = ReturnType<typeof findCuts>;

function isAmong(cuts: Cuts) {
  return ({ key, problem }: Cuts[number]) =>
    cuts.some((cut) => cut.key === key && cut.problem === problem);
}

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
function compose(parts: CutParts, isSuspect: (key: PlanningKey) => boolean): string {
  const pieces: string[] = [];
  for (const [at, { key, name }] of planningSections.entries()) {
    const text = parts[key];
    if (text === null || (isSuspect(key) ? false : repeats(text, parts, key, isSuspect))) continue;
    const heading = `### ${at + 1}. ${name}`;
    if (!isSuspect(key)) pieces.push(`${heading}\n\n${fenced(text)}`);
    else pieces.push(headingsIn(text).includes(key) ? text : `${heading}\n\n${text}`);
  }
  return `${pieces.join('\n\n')}\n`;
}

/** Whether a suspect part holds the text already. */
function repeats(
  text: string,
  parts: CutParts,
  key: PlanningKey,
  isSuspect: (key: PlanningKey) => boolean,
): boolean {
  return planningSections.some(
    (other) => other.key !== key && isSuspect(other.key) && standsIn(text, parts[other.key] ?? ''),
  );
}

const SHORTEST_FENCE = 6;

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(SHORTEST_FENCE, longestBackticks(text) + 1));
  return `${fence}markdown\n${text.endsWith('\n') ? text : `${text}\n`}${fence}`;
}
