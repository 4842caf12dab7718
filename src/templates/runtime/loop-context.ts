import { runtimeFault } from '../fault.js';
import { ABSENT } from '../values/absent.js';
import { equals } from '../values/equality.js';
import type { Value } from '../values/value.js';
import type { CallArguments } from './call-arguments.js';
import { Callable } from './callable.js';
import { NativeFunction } from './native-function.js';
import type { Rendering } from './rendering.js';

/** Runs a recursive loop's body over other items and returns what it prints. */
export type Recurse = (items: Value, depth: number) => Value;

/** `loop`: where a loop is. */
export class LoopContext extends Callable {
  override readonly typeName = 'LoopContext';
  readonly #items: readonly Value[];
  readonly #depth: number;
  readonly #rendering: Rendering;
  readonly #recurse: Recurse | undefined;
  /** The index of the current item. */
  index = -1;
  #seen: readonly Value[] | undefined;

  /** @param depth how many loops of the same recursion are around this one */
  constructor(rendering: Rendering, items: readonly Value[], depth: number, recurse: Recurse | undefined) {
    super();
    this.#rendering = rendering;
    this.#items = items;
    this.#depth = depth;
    this.#recurse = recurse;
  }

  override attribute(name: string): Value | typeof ABSENT {
    const { index } = this;
    const { length } = this.#items;
    switch (name) {
      case 'index':
        return index + 1;
      case 'index0':
        return index;
      case 'revindex':
        return length - index;
      case 'revindex0':
        return length - index - 1;
      case 'first':
        return index === 0;
      case 'last':
        return index === length - 1;
      case 'length':
        return length;
      case 'depth':
        return this.#depth + 1;
      case 'depth0':
        return this.#depth;
      case 'previtem':
        return index === 0 ? this.#rendering.missing('there is no previous item') : this.#items[index - 1];
      case 'nextitem':
        return index === length - 1
          ? this.#rendering.missing('there is no next item')
          : this.#items[index + 1];
      case 'cycle':
        return new NativeFunction('cycle', { surplus: 'positional' }, (_, values) => this.#cycle(values));
      case 'changed':
        return new NativeFunction('changed', { surplus: 'positional' }, (_, values) => this.#changed(values));
      default:
        return ABSENT;
    }
  }

  /** `loop(items)`, in a recursive loop. */
  override call(_rendering: Rendering, { positional }: CallArguments): Value {
    if (this.#recurse === undefined) {
      throw runtimeFault("The loop must have the 'recursive' marker to be called recursively.");
    }
    return this.#recurse(positional[0], this.#depth + 1);
  }

  override toText(): string {
    return `<LoopContext ${this.index + 1}/${this.#items.length}>`;
  }

  #cycle(values: Value): Value {
    if (!Array.isArray(values) || values.length === 0) throw runtimeFault('no items for cycling given');
    return values[this.index % values.length];
  }

  #changed(values: Value): boolean {
    const now = Array.isArray(values) ? values : [];
    const same = this.#seen !== undefined && equals(this.#seen, now, this.#rendering.budget);
    this.#seen = now;
    return !same;
  }
}
