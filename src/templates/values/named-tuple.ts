import { ABSENT } from './absent.js';
import { Tuple } from './sequence.js';
import type { Value } from './value.js';

/** A tuple whose items have names too. */
export class NamedTuple extends Tuple {
  #names: readonly string[] = [];

  static named(fields: Readonly<Record<string, Value>>): NamedTuple {
    const result = new NamedTuple();
    for (const value of Object.values(fields)) result.push(value);
    result.#names = Object.keys(fields);
    return result;
  }

  /** The item with a name, or `ABSENT`. */
  field(name: string): Value | typeof ABSENT {
    const index = this.#names.indexOf(name);
    return index === -1 ? ABSENT : this[index];
  }
}
