import type { Candidate, ClosingTag } from '../scan/landmarks.js';
import type { Boundary, PassedOver, SegmentReading } from './body-reading.js';
import { weights } from './weights.js';

/** A closing tag that may end the body. */
interface Closer {
  readonly tag: ClosingTag;
  /** Whether tags of the name pair up when the body ends here. */
  readonly paired: boolean;
  /** What the candidates before it would cost if they were outside. */
  readonly passedBefore: number;
}

/** Reads the text after an opening tag, boundary by boundary, up to the closing tag that pairs with it. */
export class TaggedWalk {
  readonly #closers: readonly ClosingTag[];
  readonly #key: number;
  #next = 0;
  #depth = 1;
  #paired: Closer | null = null;
  #last: Closer | null = null;
  #passedOver = 0;

  /** @param closers - the closing tags of the section's name after the opening one, in order */
  constructor(key: number, closers: readonly ClosingTag[]) {
    this.#key = key;
    this.#closers = closers;
  }

  /** Takes the closing tags up to an offset. */
  advance(offset: number): void {
    for (let tag = this.#closers[this.#next]; tag !== undefined && tag.start < offset; ) {
      this.#depth--;
      const paired = this.#depth === 0 && this.#paired === null;
      this.#last = { tag, paired, passedBefore: this.#passedOver };
      if (paired) this.#paired = this.#last;
      this.#next++;
      tag = this.#closers[this.#next];
    }
  }

  /** Leaves a candidate inside the segment; it costs nothing between the tags. */
  passOver(candidate: Candidate, { outside }: PassedOver): void {
    if (candidate.form === 'xml' && candidate.key === this.#key) this.#depth++;
    this.#passedOver += outside;
  }

  read(boundary: Boundary): SegmentReading {
    const unclosed: SegmentReading = {
      body: { kind: 'tagged', closer: null },
      weight:
        (boundary.isEnd ? weights.unclosedTagAtEnd : weights.unclosedTag) +
        this.#passedOver * weights.passedOverInOpenBlock,
      doubt: 'its tag is never closed',
      open: true,
    };
    const closed = [this.#paired, this.#last].flatMap((closer) =>
      closer === null ? [] : this.#closedBy(closer),
    );
    if (this.#paired === null) closed.push(unclosed);
    return closed.reduce((best, reading) => (reading.weight > best.weight ? reading : best));
  }

  #closedBy({ tag, paired, passedBefore }: Closer): SegmentReading {
    const unpaired = paired ? 0 : weights.unpairedTag + passedBefore * weights.passedOverInOpenBlock;
    return {
      body: { kind: 'tagged', closer: tag },
      weight: this.#passedOver - passedBefore + unpaired,
      doubt: this.#next > 1 || passedBefore < 0 ? 'look-alike tags or headings occur with it' : null,
      open: false,
    };
  }
}
