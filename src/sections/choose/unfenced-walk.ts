import type { Fence } from '../scan/fence-list.js';
import { BlockDepth, strainWeight } from './block-depth.js';
import type { Boundary, PassedOver, SegmentReading } from './body-reading.js';
import { weights } from './weights.js';

/** Reads the text after a heading as a body without an outer fence, boundary by boundary. */
export class UnfencedWalk {
  readonly #depth = new BlockDepth();
  readonly #base: number;
  #passedAny = false;
  #nested = false;

  /** @param base - what speaks against the body being unfenced from the outset */
  constructor(base: number) {
    this.#base = base;
  }

  step(fence: Fence): void {
    if (this.#depth.open && fence.info !== 'none') this.#nested = true;
    this.#depth.step(fence);
  }

  /** Leaves a candidate inside the body. */
  passOver(cost: PassedOver): void {
    this.#passedAny = true;
    this.#depth.passOver(cost);
  }

  read(boundary: Boundary): SegmentReading {
    const open = this.#depth.open;
    const { outside, inside, insideOpen } = this.#depth.passedOver;
    const code = this.#depth.openCode;
    const openWeight = boundary.isEnd
      ? weights.openAtEnd
      : code
        ? weights.insideOpenCode
        : weights.insideOpenBlock;
    const share = code ? weights.passedOverInOpenCode : weights.passedOverInOpenBlock;
    return {
      body: { kind: 'unfenced' },
      weight:
        this.#base +
        outside +
        inside +
        insideOpen * share +
        strainWeight(this.#depth.strained) +
        (open ? openWeight : 0),
      doubt: this.#doubt(open),
      open,
    };
  }

  #doubt(open: boolean): string | null {
    if (open) return 'a code block inside it is never closed';
    if (this.#passedAny) return 'the name of a section occurs again inside it';
    if (this.#nested) return 'code blocks inside it overlap';
    return this.#base < 0 ? 'it begins with a fence that does not enclose it' : null;
  }
}
