import type { NameMatch } from '../names/expected-names.js';
import type { SectionForm, TextRange } from '../section.js';
import type { RangeList } from '../text/range-list.js';
import type { FenceList } from './fence-list.js';

/**
 * A line that may open a section: it has the shape of a heading and a name that is expected.
 *
 * Lines are counted over those with text of the answer's own: blank lines, rules and agent output are
 * passed over, so that two neighbours differ by 1 whatever is drawn between them.
 */
export interface Candidate {
  /** Index of the expected section. */
  readonly key: number;
  readonly match: NameMatch;
  readonly form: Exclude<SectionForm, 'json'>;
  /** How many `#`, or 1 and 2 for the underlines of a setext heading; otherwise 0. */
  readonly level: number;
  readonly numbered: boolean;
  /** Whether more words follow the name. */
  readonly remark: boolean;
  /** Blank characters before it. */
  readonly indent: number;
  /** Offset of the line's start. */
  readonly lineStart: number;
  /** Offset of the first character that is not blank. */
  readonly start: number;
  /** Offset where the body may begin: after the heading's line, its underline, or the tag. */
  readonly headEnd: number;
  readonly line: number;
  /** Index of the first fence after it. */
  readonly fence: number;
}

/** A closing tag with an expected name. */
export interface ClosingTag extends TextRange {
  readonly key: number;
  readonly line: number;
}

/** All that one pass over an answer keeps of it. */
export interface Landmarks {
  readonly candidates: readonly Candidate[];
  readonly closingTags: readonly ClosingTag[];
  readonly fences: FenceList;
  /** Whole lines of agent output. */
  readonly agentOutput: RangeList;
  /** Lines that say where a section ends, such as `=== END NAME ===`. */
  readonly endMarkers: RangeList;
  /** Number of lines counted. */
  readonly lines: number;
}
