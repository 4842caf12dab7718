import { chargeContent } from '../values/content-cost.js';
import type { Value } from '../values/value.js';
import type { CallArguments } from './call-arguments.js';
import { Callable } from './callable.js';
import type { Rendering } from './rendering.js';
import { Binder, type Signature } from './signature.js';

/** What a function of the engine does: its parameters come in the order of the signature. */
export type NativeBody = (rendering: Rendering, ...parameters: Value[]) => Value;

/** A function written in TypeScript: a filter, a test, a method, a global. */
export class NativeFunction extends Callable {
  override readonly typeName = 'builtin_function_or_method';
  readonly name: string;
  readonly #signature: Signature;
  #binder: Binder | undefined;
  readonly #body: NativeBody;

  constructor(name: string, signature: Signature, body: NativeBody) {
    super();
    this.name = name;
    this.#signature = signature;
    this.#body = body;
  }

  override call(rendering: Rendering, args: CallArguments): Value {
    rendering.budget.step();
    if (this.#signature.ignoresContent !== true) this.#chargeContent(rendering, args);
    this.#binder ??= new Binder(this.name, this.#signature);
    return this.#body(rendering, ...this.#binder.bind(args));
  }

  #chargeContent({ budget }: Rendering, { positional, named }: CallArguments): void {
    for (const value of positional) chargeContent(value, budget);
    for (const value of named.values()) chargeContent(value, budget);
  }

  override toText(): string {
    return `<built-in function ${this.name}>`;
  }
}

/** A family of functions by their names. */
export type FunctionTable = ReadonlyMap<string, NativeFunction>;

/** Builds a table from `name: [signature, body]`. */
export function functionTable(
  definitions: Readonly<Record<string, readonly [Signature, NativeBody]>>,
): FunctionTable {
  return new Map(
    Object.entries(definitions).map(([name, [signature, body]]) => [
      name,
      new NativeFunction(name, signature, body),
    ]),
  );
}
