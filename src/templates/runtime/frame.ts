import { ABSENT } from '../values/absent.js';
import type { Value } from '../values/value.js';
import type { CompiledTemplate } from './compiled-template.js';
import type { Context } from './context.js';
import type { Rendering } from './rendering.js';

/** The variables of one scope while it runs: a loop turn, a macro call, a block. */
export class Frame {
  readonly rendering: Rendering;
  readonly context: Context;
  readonly run: TemplateRun;
  /** The frame of the scope around. */
  readonly outer: Frame | undefined;
  /** The values by the slots that the compiler gave their names; `ABSENT` while unset. */
  readonly slots: Value[];

  constructor(base: FrameBase, outer: Frame | undefined, size: number) {
    this.rendering = base.rendering;
    this.context = base.context;
    this.run = base.run;
    this.outer = outer;
    this.slots = size === 0 ? NO_SLOTS : new Array<Value>(size).fill(ABSENT);
  }

  /** A frame for a scope inside this one. */
  inner(size: number): Frame {
    return new Frame(this, this, size);
  }
}

/** What all frames of one run have in common. */
export interface FrameBase {
  readonly rendering: Rendering;
  readonly context: Context;
  readonly run: TemplateRun;
}

/** One run of a template's top level: it learns here that it extends another. */
export interface TemplateRun {
  readonly template: CompiledTemplate;
  parent: CompiledTemplate | undefined;
}

const NO_SLOTS: Value[] = [];
