import { extractSections, type PlanningKey, planningSections, type Section } from '../../sections/index.js';
import type { CutProblem } from './cut-finding.js';
import { leavesFenceOpen, wordedLines } from './text-lines.js';

/** The three sections of a planning answer as the older tool cut them; null for one it did not find. */
export type CutParts = Readonly<Record<PlanningKey, string | null>>;

/** What is wrong with each part, as far as its text shows. */
export function findCuts(parts: CutParts): { readonly key: PlanningKey; readonly problem: CutProblem }[] {
  return planningSections.flatMap(({ key }) => {
    const text = parts[key];
    return text === null ? [] : problemsOf(key, text).map((problem) => ({ key, problem }));
  });
}

function problemsOf(key: PlanningKey, text: string): CutProblem[] {
  const lines = wordedLines(text);
  const checks: readonly (readonly [CutProblem, boolean])[] = [
    ['holds-another-section', headingsIn(text).some((heading) => heading !== key)],
    ['begins-inside-a-list', beginsInsideList(lines[0] ?? '')],
    ['fence-left-open', leavesFenceOpen(text)],
    ['breaks-off', lines.at(-1)?.endsWith(':') === true],
  ];
  return checks.filter(([, found]) => found).map(([problem]) => problem);
}

/**
 * The sections whose headings stand in a text by their full name. Looser names, which an answer as a whole
 * would vouch for, are a template's own words here.
 */
export function headingsIn(text: string): PlanningKey[] {
  const { sections } = extractSections(text, planningSections);
  return planningSections.filter(({ key, name }) => isNamed(sections[key], name, text)).map(({ key }) => key);
}

function isNamed(section: Section | null, name: string, text: string): boolean {
  if (section === null) return false;
  return letters(text.slice(section.start, section.bodyStart)).includes(letters(name));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '');
}

function beginsInsideList(line: string): boolean {
  const number = /^([0-9]{1,3})[.)](?:\s|$)/.exec(line)?.[1];
  return number !== undefined && Number(number) >= 2;
}
