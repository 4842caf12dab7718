import type { ClosingTag } from '../scan/landmarks.js';

/** How the text between two headings is read: where the body is and what closes it. */
export type BodyReading =
  | { readonly kind: 'unfenced' }
  /** Indexes of the fences; `closer` is null when the outer fence is never closed. */
  | { readonly kind: 'fenced'; readonly opener: number; readonly closer: number | null }
  | { readonly kind: 'tagged'; readonly closer: ClosingTag | null };

/** A reading of the text between a heading and a boundary, with what speaks against it. */
export interface SegmentReading {
  readonly body: BodyReading;
  /** At most 0, in the unit of `weights`, except for what speaks for the reading. */
  readonly weight: number;
  /** Why another reading is possible, or null. */
  readonly doubt: string | null;
  /** Whether a block is still open at the boundary. */
  readonly open: boolean;
}

/** Where a segment may end: at a candidate, at the fence that closes the whole answer, or at the end. */
export interface Boundary {
  readonly offset: number;
  readonly line: number;
  /** Fences before it. */
  readonly fence: number;
  readonly isEnd: boolean;
}

/** What it costs to leave a candidate inside a body: outside of its fences, and inside one. */
export interface PassedOver {
  readonly outside: number;
  readonly inside: number;
}
