import { Callable } from '../runtime/callable.js';
import type { Value } from '../values/value.js';

/** `joiner(', ')`: nothing at its first call, the separator at every other. */
export class Joiner extends Callable {
  override readonly typeName = 'jinja2.utils.Joiner';
  readonly #separator: Value;
  #isUsed = false;

  constructor(separator: Value) {
    super();
    this.#separator = separator;
  }

  override call(): Value {
    if (this.#isUsed) return this.#separator;
    this.#isUsed = true;
    return '';
  }
}
