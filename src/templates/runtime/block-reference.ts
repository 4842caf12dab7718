import { ABSENT } from '../values/absent.js';
import { TemplateObject } from '../values/template-object.js';
import type { Value } from '../values/value.js';
import { Callable } from './callable.js';
import type { BlockCode } from './compiled-template.js';
import type { Context } from './context.js';
import { Frame } from './frame.js';
import type { Rendering } from './rendering.js';

/** Runs one definition of a block, the `level`th from the outermost child. */
export function runBlock(rendering: Rendering, context: Context, block: BlockCode, level: number): void {
  rendering.budget.step();
  rendering.budget.enter();
  const run = { template: block.template, parent: undefined };
  const frame = new Frame({ rendering, context, run }, undefined, block.size);
  frame.slots[0] = superOf(rendering, context, block, level);
  block.execute(frame);
  rendering.budget.leave();
}

/** A definition of a block as a value: calling it gives its output. */
class BlockReference extends Callable {
  override readonly typeName = 'BlockReference';
  readonly #context: Context;
  readonly #block: BlockCode;
  readonly #level: number;
  readonly #rendering: Rendering;

  constructor(rendering: Rendering, context: Context, block: BlockCode, level: number) {
    super();
    this.#rendering = rendering;
    this.#context = context;
    this.#block = block;
    this.#level = level;
  }

  override call(rendering: Rendering): Value {
    const { text } = rendering.capture(() => runBlock(rendering, this.#context, this.#block, this.#level));
    return rendering.markupIfEscaping(text);
  }

  override attribute(name: string): Value | typeof ABSENT {
    return name === 'super' ? superOf(this.#rendering, this.#context, this.#block, this.#level) : ABSENT;
  }
}

/** `self`: the blocks of the template that is rendered, as values. */
export class SelfReference extends TemplateObject {
  override readonly typeName = 'TemplateReference';
  readonly #frame: Frame;

  constructor(frame: Frame) {
    super();
    this.#frame = frame;
  }

  override attribute(name: string): Value | typeof ABSENT {
    const { rendering, context } = this.#frame;
    const block = context.blocks.get(name)?.[0];
    return block === undefined ? ABSENT : new BlockReference(rendering, context, block, 0);
  }
}

function superOf(rendering: Rendering, context: Context, { name }: BlockCode, level: number): Value {
  const parent = context.blocks.get(name)?.[level + 1];
  if (parent === undefined) return rendering.missing(`there is no parent block called '${name}'.`);
  return new BlockReference(rendering, context, parent, level + 1);
}
