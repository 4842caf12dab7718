import type { Budget } from '../budget.js';
import { IterableObject } from './iterable-object.js';
import { type Mapping, mappingEntries, mappingSize } from './mapping.js';
import { repr } from './repr.js';
import { list, tuple } from './sequence.js';
import type { Value } from './value.js';

/** What `items()`, `keys()` and `values()` of a dict give: a view that can be looped over again and again. */
export class DictView extends IterableObject {
  override readonly typeName: 'dict_items' | 'dict_keys' | 'dict_values';
  readonly #mapping: Mapping;
  readonly #budget: Budget;

  constructor(kind: DictView['typeName'], mapping: Mapping, budget: Budget) {
    super();
    this.typeName = kind;
    this.#mapping = mapping;
    this.#budget = budget;
  }

  override get length(): number {
    return mappingSize(this.#mapping, this.#budget);
  }

  override *[Symbol.iterator](): Iterator<Value> {
    for (const [key, value] of mappingEntries(this.#mapping, this.#budget)) {
      if (this.typeName === 'dict_items') yield tuple(key, value);
      else yield this.typeName === 'dict_keys' ? key : value;
    }
  }

  override toText(): string {
    return `${this.typeName}(${repr(list(this), this.#budget)})`;
  }
}
