import { NativeFunction } from '../runtime/native-function.js';
import { ABSENT } from '../values/absent.js';
import { TemplateObject } from '../values/template-object.js';
import type { Value } from '../values/value.js';

/** `cycler('odd', 'even')`: gives its items in turn, in and out of loops. */
export class Cycler extends TemplateObject {
  override readonly typeName = 'jinja2.utils.Cycler';
  readonly #items: readonly Value[];
  #position = 0;

  constructor(items: readonly Value[]) {
    super();
    this.#items = items;
  }

  override attribute(name: string): Value | typeof ABSENT {
    switch (name) {
      case 'current':
        return this.#items[this.#position];
      case 'next':
        return new NativeFunction('next', {}, () => this.#next());
      case 'reset':
        return new NativeFunction('reset', {}, () => {
          this.#position = 0;
          return null;
        });
      default:
        return ABSENT;
    }
  }

  #next(): Value {
    const item = this.#items[this.#position];
    this.#position = (this.#position + 1) % this.#items.length;
    return item;
  }
}
