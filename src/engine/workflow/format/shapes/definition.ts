import type { Schema, Shape } from './shape.js';

/** A shape that stands inside itself, or at several places: its schema is written once, under a name. */
export class Definition<T> implements Shape<T> {
  readonly name: string;
  readonly #shape: () => Shape<T>;

  /** @param shape called when it is first needed, so that it may hold this one */
  constructor(name: string, shape: () => Shape<T>) {
    this.name = name;
    this.#shape = shape;
  }

  get schema(): Schema {
    return { $ref: `#/$defs/${this.name}` };
  }

  /** What the name stands for. */
  get definition(): Schema {
    return this.#shape().schema;
  }

  read(...given: Parameters<Shape<T>['read']>): T | undefined {
    return this.#shape().read(...given);
  }
}
