import { runtimeFault } from '../fault.js';
import type { Value } from '../values/value.js';
import type { CallArguments } from './call-arguments.js';

/** The parameters of a function, as Python would declare them. */
export interface Signature {
  /** Parameters that every call must give, in order. */
  readonly required?: readonly string[];
  /** Parameters behind them, in order, with what stands for those left out. */
  readonly optional?: Readonly<Record<string, Value>>;
  /** Whether the function only looks at the kind of its values, so that long texts cost nothing. */
  readonly ignoresContent?: boolean;
  /** What happens to surplus arguments: refused by default, else passed on last as an array, or array and map. */
  readonly surplus?: 'positional' | 'all';
}

/** Puts the arguments of calls into the order of a signature's parameters. */
export class Binder {
  readonly #functionName: string;
  readonly #names: readonly string[];
  readonly #requiredCount: number;
  readonly #standards: readonly Value[];
  readonly #surplus: Signature['surplus'];

  constructor(functionName: string, signature: Signature) {
    const { required = [], optional = {} } = signature;
    this.#functionName = functionName;
    this.#names = [...required, ...Object.keys(optional)];
    this.#requiredCount = required.length;
    this.#standards = [...required.map(() => undefined), ...Object.values(optional)];
    this.#surplus = signature.surplus;
  }

  /**
   * One value for each parameter, then what is surplus.
   *
   * @throws a runtime fault for arguments missing, given twice, unknown or too many
   */
  bind({ positional, named }: CallArguments): Value[] {
    const count = this.#names.length;
    if (positional.length > count && this.#surplus === undefined) throw this.#tooMany(positional.length);
    const values = this.#standards.map((standard, index) =>
      index < positional.length ? positional[index] : standard,
    );
    const surplusNamed = named.size === 0 ? undefined : this.#bindNamed(values, positional.length, named);
    if (positional.length < this.#requiredCount) this.#requireAll(positional.length, named);
    if (this.#surplus !== undefined) values.push(positional.slice(count));
    if (this.#surplus === 'all') values.push(surplusNamed ?? new Map());
    return values;
  }

  #bindNamed(values: Value[], given: number, named: ReadonlyMap<string, Value>): Map<string, Value> {
    const surplus = new Map<string, Value>();
    for (const [name, value] of named) {
      const index = this.#names.indexOf(name);
      if (index >= 0 && index < given) {
        throw runtimeFault(`${this.#functionName}() got multiple values for argument '${name}'`);
      }
      if (index >= 0) values[index] = value;
      else if (this.#surplus === 'all') surplus.set(name, value);
      else throw runtimeFault(`${this.#functionName}() got an unexpected keyword argument '${name}'`);
    }
    return surplus;
  }

  #requireAll(given: number, named: ReadonlyMap<string, Value>): void {
    const missing = this.#names.slice(given, this.#requiredCount).filter((name) => !named.has(name));
    if (missing.length === 0) return;
    const names = missing.map((name) => `'${name}'`).join(' and ');
    const noun = missing.length === 1 ? 'argument' : 'arguments';
    throw runtimeFault(
      `${this.#functionName}() missing ${missing.length} required positional ${noun}: ${names}`,
    );
  }

  #tooMany(given: number): Error {
    const takes = this.#names.length;
    return runtimeFault(
      `${this.#functionName}() takes ${takes} positional argument${takes === 1 ? '' : 's'} but ${given} were given`,
    );
  }
}
