import { runtimeFault } from '../fault.js';
import { ABSENT } from '../values/absent.js';
import { Dict } from '../values/dict.js';
import { tuple, tupleOf } from '../values/sequence.js';
import type { Value } from '../values/value.js';
import type { CallArguments } from './call-arguments.js';
import { Callable } from './callable.js';
import type { Evaluate, Execute } from './compiled-template.js';
import type { Frame } from './frame.js';
import type { Rendering } from './rendering.js';

/** What the compiler knows of a macro. */
export interface MacroCode {
  /** Undefined for the body of a call block. */
  readonly name: string | undefined;
  readonly parameters: readonly MacroParameter[];
  /** Slots of the names that a macro may use without declaring them; undefined when it does not. */
  readonly varargs: number | undefined;
  readonly kwargs: number | undefined;
  readonly caller: number | undefined;
  /** Whether `caller` is a parameter of its own. */
  readonly declaresCaller: boolean;
  readonly size: number;
  readonly execute: Execute;
}

/** A parameter of a macro. */
export interface MacroParameter {
  readonly name: string;
  readonly slot: number;
  readonly standard: Evaluate | undefined;
}

/** A macro, with the variables around its definition. */
export class Macro extends Callable {
  override readonly typeName = 'Macro';
  readonly #code: MacroCode;
  readonly #around: Frame;
  readonly #autoescape: boolean;

  constructor(code: MacroCode, around: Frame) {
    super();
    this.#code = code;
    this.#around = around;
    this.#autoescape = around.rendering.autoescape;
  }

  override call(rendering: Rendering, args: CallArguments): Value {
    rendering.budget.step();
    rendering.budget.enter();
    const frame = this.#around.inner(this.#code.size);
    this.#bind(frame, args);
    const callerEscapes = rendering.autoescape;
    rendering.autoescape = this.#autoescape;
    const { text } = rendering.capture(() => this.#code.execute(frame));
    rendering.autoescape = callerEscapes;
    rendering.budget.leave();
    return rendering.markupIfEscaping(text);
  }

  override attribute(name: string): Value | typeof ABSENT {
    const code = this.#code;
    switch (name) {
      case 'name':
        return code.name ?? null;
      case 'arguments':
        return tuple(...code.parameters.map((parameter) => parameter.name));
      case 'catch_varargs':
        return code.varargs !== undefined;
      case 'catch_kwargs':
        return code.kwargs !== undefined;
      case 'caller':
        return code.caller !== undefined;
      default:
        return ABSENT;
    }
  }

  override toText(): string {
    return `<Macro ${this.#code.name === undefined ? 'anonymous' : `'${this.#code.name}'`}>`;
  }

  #bind(frame: Frame, { positional, named }: CallArguments): void {
    const { parameters } = this.#code;
    const unused = new Map(named);
    parameters.forEach(({ name, slot }, index) => {
      if (index < positional.length) frame.slots[slot] = positional[index];
      else if (unused.has(name)) {
        frame.slots[slot] = unused.get(name);
        unused.delete(name);
      }
    });
    this.#bindCaller(frame, unused);
    this.#bindSurplus(frame, positional.slice(parameters.length), unused);
    this.#bindStandards(frame);
  }

  #bindCaller(frame: Frame, unused: Map<string, Value>): void {
    const { caller, declaresCaller } = this.#code;
    if (caller === undefined || declaresCaller) return;
    frame.slots[caller] = unused.get('caller') ?? frame.rendering.missing('No caller defined');
    unused.delete('caller');
  }

  #bindSurplus(frame: Frame, positional: readonly Value[], named: ReadonlyMap<string, Value>): void {
    const { kwargs, varargs, parameters } = this.#code;
    const title = `macro ${this.#code.name === undefined ? 'None' : `'${this.#code.name}'`}`;
    if (kwargs !== undefined) frame.slots[kwargs] = Dict.of(named);
    else if (named.size > 0) {
      if (named.has('caller')) {
        throw runtimeFault(
          `${title} was invoked with two values for the special caller argument. This is most likely a bug.`,
        );
      }
      const [first] = named.keys();
      throw runtimeFault(`${title} takes no keyword argument '${first}'`);
    }
    if (varargs !== undefined) frame.slots[varargs] = tupleOf(positional);
    else if (positional.length > 0) {
      throw runtimeFault(`${title} takes not more than ${parameters.length} argument(s)`);
    }
  }

  /** Standards are evaluated at the call, in order, so that they may use the parameters before them. */
  #bindStandards(frame: Frame): void {
    for (const { name, slot, standard } of this.#code.parameters) {
      if (frame.slots[slot] !== ABSENT) continue;
      frame.slots[slot] =
        standard === undefined
          ? frame.rendering.missing(`parameter '${name}' was not provided`)
          : standard(frame);
    }
  }
}
