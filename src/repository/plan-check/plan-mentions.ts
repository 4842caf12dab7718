import { cueInLine, introducesNew, type PlanCue } from './plan-cue.js';

/** A word of a plan that may name a file or a symbol. */
export interface PlanMention {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Whether it stands in backticks. */
  readonly code: boolean;
  readonly cue: PlanCue;
}

/** It may be indented by any list that it stands in. */
const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6} /;
/** Lists, headings and tables name files without backticks. */
const LISTING = /^\s*(?:[-*+|]|\d{1,3}[.)]|#{1,6})\s/;
/** Longer lines are no prose. */
const LONGEST_LINE = 4000;

/**
 * What a plan names: all in backticks, and in lists, headings and tables also words that stand alone.
 * Code in fences is what shall be written, not what is there; it is passed over.
 */
export function planMentions(plan: string): PlanMention[] {
  const mentions: PlanMention[] = [];
  const place = new PlanPlace();
  plan.split(/\r?\n/).forEach((line, at) => {
    if (!place.enter(line) || line.length > LONGEST_LINE) return;
    for (const { text, start, end, code } of wordsIn(line)) {
      const cue = cueInLine(line, start, end) ?? (place.listsNew ? 'create' : null);
      mentions.push({ text, line: at + 1, code, cue });
    }
  });
  return mentions;
}

/** Where in a plan a reader is. */
class PlanPlace {
  #fence: string | null = null;
  #headingNew = false;
  #introductionNew = false;

  /** Whether what stands here was announced as new. */
  get listsNew(): boolean {
    return this.#headingNew || this.#introductionNew;
  }

  /** Goes to a line; false when it belongs to a fence. */
  enter(line: string): boolean {
    if (this.#inFence(line)) return false;
    if (HEADING.test(line)) {
      this.#headingNew = introducesNew(line);
      this.#introductionNew = false;
    } else if (/:\W{0,4}$/.test(line)) {
      this.#introductionNew = introducesNew(line);
    } else if (/^\S/.test(line) && !LISTING.test(line)) {
      this.#introductionNew = false;
    }
    return true;
  }

  #inFence(line: string): boolean {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (this.#fence === null) {
      this.#fence = mark;
      return mark !== null;
    }
    if (mark?.startsWith(this.#fence) === true) this.#fence = null;
    return true;
  }
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly code: boolean;
}

function* wordsIn(line: string): Generator<Word> {
  for (const match of line.matchAll(/`([^`]{1,200})`/g)) yield wordOf(match, match[1] ?? '', true);
  if (!LISTING.test(line)) return;
  const prose = line.replace(/`[^`]{1,200}`/g, (span) => ' '.repeat(span.length));
  // A link's address is no file of the project unless it says so in backticks.
  for (const match of prose
    .replace(/\]\([^)\s]{0,500}\)/g, (span) => ' '.repeat(span.length))
    .matchAll(/[^\s|,;()[\]"'*]+/g)) {
    yield wordOf(match, match[0], false);
  }
}

function wordOf(match: RegExpExecArray, text: string, code: boolean): Word {
  return { text: text.trim(), start: match.index, end: match.index + match[0].length, code };
}
