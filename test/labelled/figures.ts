import { withoutBlankEnds } from './labelled-text.js';
import { type SectionKey, sectionKeys } from './line.js';
import type { LabelledAnswer } from './planning-answers.js';

/** What a reader found, as far as it is judged here. */
export interface FoundSection {
  readonly text: string;
  readonly start: number;
  readonly confidence: 'exact' | 'inferred';
  readonly form: string;
  readonly reason: string | null;
}

export type FoundSections = Readonly<Record<SectionKey, FoundSection | null>>;

/** A section that was not read as labelled. */
export interface Failure {
  readonly answer: LabelledAnswer;
  readonly key: SectionKey;
  readonly expected: string | null;
  readonly got: FoundSection | null;
}

/** How many sections there were, and how many of them were wrong. */
export interface Tally {
  sections: number;
  wrong: number;
}

export interface Figures {
  readonly all: Tally;
  /** By factor value, such as `heading:bold`. */
  readonly byForm: ReadonlyMap<string, Tally>;
  readonly failures: readonly Failure[];
  /** Sections that are right in text but whose start is outside of their heading. */
  readonly misplaced: readonly Failure[];
}

/** Reads every answer and compares each section with its label. */
export function measure(answers: Iterable<LabelledAnswer>, read: (text: string) => FoundSections): Figures {
  const all: Tally = { sections: 0, wrong: 0 };
  const byForm = new Map<string, Tally>();
  const failures: Failure[] = [];
  const misplaced: Failure[] = [];
  for (const answer of answers) {
    const found = read(answer.text);
    const judged = sectionKeys.map((key) => ({ answer, key, expected: answer.truth[key], got: found[key] }));
    const wrong = judged.filter((section) => !isRight(section));
    failures.push(...wrong);
    misplaced.push(...judged.filter((section) => isRight(section) && !startsInHeading(section)));
    count(all, judged.length, wrong.length);
    for (const form of answer.forms) count(tallyOf(byForm, form), judged.length, wrong.length);
  }
  return { all, byForm, failures, misplaced };
}

function isRight({ expected, got }: Failure): boolean {
  return got === null ? expected === null : withoutBlankEnds(got.text) === expected;
}

function startsInHeading({ answer, key, got }: Failure): boolean {
  const heading = answer.headings[key];
  return got === null || (heading !== undefined && heading.start <= got.start && got.start <= heading.end);
}

function count(tally: Tally, sections: number, wrong: number): void {
  tally.sections += sections;
  tally.wrong += wrong;
}

function tallyOf(byForm: Map<string, Tally>, form: string): Tally {
  const tally = byForm.get(form) ?? { sections: 0, wrong: 0 };
  byForm.set(form, tally);
  return tally;
}

/** The share of sections that are right, 0 to 1. */
export function rightShare({ sections, wrong }: Tally): number {
  return sections === 0 ? 1 : 1 - wrong / sections;
}

/** The figures as a table, the worst form first. */
export function figuresTable({ all, byForm, failures }: Figures): string {
  const exactButWrong = failures.filter(({ got }) => got?.confidence === 'exact').length;
  const rows = [...byForm].sort(([, a], [, b]) => rightShare(a) - rightShare(b));
  return [
    `${percent(all)} of ${all.sections} sections right; ${exactButWrong} wrong while called exact`,
    ...rows.map(
      ([form, tally]) => `${percent(tally)}  ${form.padEnd(28)} ${tally.wrong} of ${tally.sections} wrong`,
    ),
  ].join('\n');
}

function percent(tally: Tally): string {
  return `${(rightShare(tally) * 100).toFixed(2).padStart(6)} %`;
}
