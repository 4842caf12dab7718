import type { Section } from './section.js';
import type { RangeList } from './text/range-list.js';

/** A section that was found, with its key still as an index into the expected ones. */
export interface FoundSection extends Omit<Section, 'key' | 'confidence' | 'reason'> {
  readonly key: number;
  /** Why another reading is possible, or null. */
  readonly doubt: string | null;
  /** Whether a fence, a tag or a quotation mark closes the body, so that no missed section can be inside. */
  readonly closed: boolean;
}

/** All that was found in an answer, in its order, doubles included. */
export interface FoundSections {
  readonly sections: readonly FoundSection[];
  readonly agentOutput: RangeList;
  /** Lines of the fence around the whole answer. */
  readonly fences: RangeList;
}
