import type { Fence } from '../scan/fence-list.js';
import type { PassedOver } from './body-reading.js';
import { weights } from './weights.js';

/**
 * Follows fences in the manner of nested blocks: inside a block, a fence of its kind with an info string
 * opens another one, a bare one closes; shorter fences and fences of the other mark are content.
 */
export class BlockDepth {
  #marker = 0;
  #length = 0;
  #depth = 0;
  #code = false;
  #strained = 0;
  #outside = 0;
  #inside = 0;
  #insideOpen = 0;

  /** Whether a block is open that says by its info string that it is code, which has no headings. */
  get openCode(): boolean {
    return this.#depth > 0 && this.#code;
  }

  get open(): boolean {
    return this.#depth > 0;
  }

  /** How many bare fences opened a block where they look like closing one, or the other way round. */
  get strained(): number {
    return this.#strained;
  }

  /** What the candidates passed over cost: outside the blocks, inside them, and if the open block were none. */
  get passedOver(): { readonly outside: number; readonly inside: number; readonly insideOpen: number } {
    return { outside: this.#outside, inside: this.#inside, insideOpen: this.#insideOpen };
  }

  /** Leaves a candidate where the blocks now stand. */
  passOver({ outside, inside }: PassedOver): void {
    if (this.#depth === 0) {
      this.#outside += outside;
    } else {
      this.#inside += inside;
      this.#insideOpen += outside - inside;
    }
  }

  step(fence: Fence): void {
    if (this.#depth === 0) {
      if (fence.info === 'none' && fence.lean < 0) this.#strained++;
      this.#marker = fence.marker;
      this.#length = fence.length;
      this.#depth = 1;
      this.#code = fence.info === 'code';
    } else if (fence.marker === this.#marker && fence.length >= this.#length) {
      if (fence.info === 'none' && (fence.lean > 0 || fence.length > this.#length)) this.#strained++;
      this.#depth += fence.info === 'none' ? -1 : 1;
      if (this.#depth === 0) this.#insideOpen = 0;
    }
  }
}

/** What strained fences say against a reading. */
export function strainWeight(strained: number): number {
  return Math.max(weights.mostStrain, strained * weights.strained);
}
