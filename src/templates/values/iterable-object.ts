import { TemplateObject } from './template-object.js';
import type { Value } from './value.js';

/** An object that a template can loop over. */
export abstract class IterableObject extends TemplateObject implements Iterable<Value> {
  /** The number of items, where it is known without looking at them. */
  get length(): number | undefined {
    return undefined;
  }

  abstract [Symbol.iterator](): Iterator<Value>;
}

/** A Python generator: its items come as they are asked for, once. */
export class Lazy extends IterableObject {
  override readonly typeName: string;
  readonly #items: Iterator<Value>;

  constructor(items: Iterable<Value>, typeName = 'generator') {
    super();
    this.typeName = typeName;
    this.#items = items[Symbol.iterator]();
  }

  override [Symbol.iterator](): Iterator<Value> {
    return { next: () => this.#items.next() };
  }
}
