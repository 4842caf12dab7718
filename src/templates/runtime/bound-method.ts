import type { Value } from '../values/value.js';
import type { CallArguments } from './call-arguments.js';
import { Callable } from './callable.js';
import type { NativeFunction } from './native-function.js';
import type { Rendering } from './rendering.js';

/** A method together with the value it belongs to: `'text'.upper`. */
export class BoundMethod extends Callable {
  override readonly typeName = 'builtin_function_or_method';
  readonly #method: NativeFunction;
  readonly #receiver: Value;

  constructor(method: NativeFunction, receiver: Value) {
    super();
    this.#method = method;
    this.#receiver = receiver;
  }

  override call(rendering: Rendering, { positional, named }: CallArguments): Value {
    return this.#method.call(rendering, { positional: [this.#receiver, ...positional], named });
  }

  override toText(): string {
    return `<built-in method ${this.#method.name}>`;
  }
}
