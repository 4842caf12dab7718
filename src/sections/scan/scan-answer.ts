import type { ExpectedNames } from '../names/expected-names.js';
import {
  COLON,
  DASH,
  EQUALS,
  GREATER,
  LESS,
  lineEnd,
  skipBlanks,
  skipRun,
  trimBlanks,
} from '../text/characters.js';
import { RangeList } from '../text/range-list.js';
import { isRule } from '../text/rule-line.js';
import { AgentOutput, skipBullet } from './agent-output.js';
import { CandidateList } from './candidate-list.js';
import { readFence } from './fence-line.js';
import { FenceList } from './fence-list.js';
import { readHeading } from './heading-line.js';
import type { Candidate, ClosingTag, Landmarks } from './landmarks.js';
import { readClosingTag, readOpeningTag } from './tag-line.js';

/** Closing tags and end markers after this many are read as ordinary text. */
const MOST_CLOSING_TAGS = 1 << 12;
/** `END NAME`, `End of NAME`. */
const END_MARKER = /^end[ _-](?:of )?(\S.*)$/i;
/** Blocks of agent output after this many are read as ordinary text. */
const MOST_AGENT_BLOCKS = 1 << 18;

/**
 * Passes once over the lines of an answer and keeps what may matter: lines that may open a section, fences,
 * closing tags, and what a terminal agent printed.
 */
export function scanAnswer(text: string, names: ExpectedNames): Landmarks {
  const scanner = new Scanner(text, names);
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    scanner.readLine(start, end);
    start = end + 1;
  }
  return scanner.landmarks();
}

class Scanner {
  readonly #text: string;
  readonly #names: ExpectedNames;
  readonly #candidates: CandidateList;
  readonly #closingTags: ClosingTag[] = [];
  readonly #fences = new FenceList();
  readonly #agent = new AgentOutput();
  readonly #agentOutput = new RangeList();
  readonly #endMarkers = new RangeList();
  #lines = 0;
  /** Whether a blank line stands before the last block of agent output. */
  #isSetOff = false;
  /** Whether the line before suggests that a fence here opens a block. */
  #opensBefore = true;
  /** The fence on the line before, or -1. */
  #fenceBefore = -1;
  /** The candidate on the line before, which an underline may turn into a setext heading. */
  #candidateBefore: Candidate | null = null;

  constructor(text: string, names: ExpectedNames) {
    this.#text = text;
    this.#names = names;
    this.#candidates = new CandidateList(names.count);
  }

  landmarks(): Landmarks {
    this.#endBlock();
    return {
      candidates: this.#candidates.toSorted(),
      closingTags: this.#closingTags,
      fences: this.#fences,
      agentOutput: this.#agentOutput,
      endMarkers: this.#endMarkers,
      lines: this.#lines,
    };
  }

  readLine(start: number, end: number): void {
    const first = skipBlanks(this.#text, start, end);
    if (first === end) {
      this.#readBlank(start, end);
      return;
    }
    const agentStart = this.#agent.read(this.#text, start, first, end);
    if (agentStart >= 0 && this.#addAgentOutput(agentStart, start, end)) return;
    this.#readText(start, first, end);
  }

  #readBlank(start: number, end: number): void {
    // A block set off by blank lines takes those after it along, so that the text closes over it.
    const isBeneath = this.#agentOutput.lastEnd === start;
    if (isBeneath && this.#isSetOff) this.#agentOutput.extendLast(this.#after(end));
    this.#endBlock();
    this.#opensBefore = true;
    this.#fenceBefore = -1;
    this.#candidateBefore = null;
  }

  #endBlock(): void {
    // A bulleted line by itself is what an agent says between its doings: no line that counts.
    if (this.#isMessage(this.#agent.undecided)) this.#lines--;
    this.#agent.endBlock();
  }

  #isMessage(line: number): boolean {
    const isText = this.#candidateBefore === null && this.#fenceBefore < 0;
    return line >= 0 && isText && followsBlankLine(this.#text, line);
  }

  #addAgentOutput(from: number, start: number, end: number): boolean {
    if (this.#agentOutput.count === MOST_AGENT_BLOCKS) return false;
    if (from < start) {
      if (this.#candidateBefore !== null) return this.#addAgentOutput(start, start, end);
      this.#lines--;
    }
    if (this.#agentOutput.lastEnd >= from) {
      this.#agentOutput.extendLast(this.#after(end));
    } else {
      this.#agentOutput.add(from, this.#after(end));
      this.#isSetOff = followsBlankLine(this.#text, from);
    }
    return true;
  }

  /** Start of the line after the one that ends at `end`. */
  #after(end: number): number {
    return Math.min(end + 1, this.#text.length);
  }

  #readText(start: number, first: number, end: number): void {
    if (this.#fenceBefore >= 0) this.#fences.setFollowedByText(this.#fenceBefore);
    this.#fenceBefore = -1;
    const before = this.#candidateBefore;
    this.#candidateBefore = null;
    if (isRule(this.#text, first, end)) this.#readUnderline(before, first, end);
    else if (!this.#readFence(start, first, end)) this.#readCandidate(start, first, end);
    this.#opensBefore = this.#text.charCodeAt(trimBlanks(this.#text, first, end) - 1) === COLON;
  }

  #readUnderline(before: Candidate | null, first: number, end: number): void {
    const code = this.#text.charCodeAt(first);
    const underlines = code === EQUALS || code === DASH;
    if (before === null || !underlines || (before.form !== 'plain' && before.form !== 'bullet')) return;
    const last = trimBlanks(this.#text, first, end);
    if (skipRun(this.#text, first, last, code) < last) return;
    this.#candidates.replace(before, {
      ...before,
      form: 'setext',
      level: code === EQUALS ? 1 : 2,
      headEnd: this.#after(end),
    });
  }

  #readFence(start: number, first: number, end: number): boolean {
    const fence = readFence(this.#text, skipBullet(this.#text, first, end), end);
    if (fence === null) return false;
    this.#fenceBefore = this.#fences.add(fence, start, this.#lines, first - start, this.#opensBefore);
    this.#lines++;
    return true;
  }

  #readCandidate(start: number, first: number, end: number): void {
    const content = skipBullet(this.#text, first, end);
    const bulleted = content > first;
    const tagged = this.#text.charCodeAt(content) === LESS;
    const candidate = tagged
      ? this.#openingTag(start, first, content, end)
      : this.#heading(start, first, content, end, bulleted);
    if (candidate !== null) {
      if (tagged) this.#readAfterTag(candidate.headEnd, end);
      this.#candidates.add(candidate);
      this.#candidateBefore = candidate;
    }
    if (tagged || this.#text.charCodeAt(trimBlanks(this.#text, first, end) - 1) === GREATER) {
      this.#readClosingTag(candidate?.headEnd ?? first, end);
    }
    this.#lines++;
  }

  #heading(start: number, first: number, content: number, end: number, bulleted: boolean): Candidate | null {
    const heading = readHeading(this.#text, content, end, this.#names.longest);
    const found = heading === null ? null : this.#names.find(heading.name);
    if (heading === null || found === null) {
      if (heading !== null) this.#readEndMarker(heading.name, start, end);
      return null;
    }
    if (heading.form === 'plain' && heading.remark) return null;
    return {
      ...found,
      form: bulleted && heading.form === 'plain' ? 'bullet' : heading.form,
      level: heading.level,
      numbered: heading.numbered,
      remark: heading.remark,
      indent: first - start,
      lineStart: start,
      start: first,
      headEnd: this.#after(end),
      line: this.#lines,
      fence: this.#fences.count,
    };
  }

  #readEndMarker(name: string, start: number, end: number): void {
    const [, named] = END_MARKER.exec(name) ?? [];
    if (named === undefined || this.#endMarkers.count === MOST_CLOSING_TAGS) return;
    if (this.#names.find(named) !== null) this.#endMarkers.add(start, this.#after(end));
  }

  #openingTag(start: number, first: number, content: number, end: number): Candidate | null {
    const tag = readOpeningTag(this.#text, content, end, this.#names.longest);
    const found = tag === null ? null : this.#names.find(tag.name);
    if (tag === null || found === null) return null;
    return {
      ...found,
      form: 'xml',
      level: 0,
      numbered: false,
      remark: false,
      indent: first - start,
      lineStart: start,
      start: first,
      headEnd: tag.end,
      line: this.#lines,
      fence: this.#fences.count,
    };
  }

  /** What an agent prints may stand on the line of an opening tag as well. */
  #readAfterTag(start: number, end: number): void {
    const first = skipBlanks(this.#text, start, end);
    if (first < end && this.#agent.read(this.#text, start, first, end) >= 0)
      this.#addAgentOutput(start, start, end);
  }

  #readClosingTag(first: number, end: number): void {
    if (this.#closingTags.length === MOST_CLOSING_TAGS || first >= end) return;
    const tag = readClosingTag(this.#text, first, end, this.#names.longest);
    const found = tag === null ? null : this.#names.find(tag.name);
    if (tag === null || found === null) return;
    this.#closingTags.push({ key: found.key, start: tag.start, end: tag.end, line: this.#lines });
  }
}

function followsBlankLine(text: string, start: number): boolean {
  const last = trimBlanks(text, 0, Math.max(0, start - 1));
  return last === 0 || text.charCodeAt(last - 1) === 10;
}
