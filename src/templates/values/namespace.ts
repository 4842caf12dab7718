import { Budget } from '../budget.js';
import { ABSENT } from './absent.js';
import { Dict } from './dict.js';
import { repr } from './repr.js';
import { TemplateObject } from './template-object.js';
import type { Value } from './value.js';

/** An object whose attributes a template may set, so that a loop can hand something out. */
export class Namespace extends TemplateObject {
  override readonly typeName = 'jinja2.utils.Namespace';
  readonly #attributes: Map<string, Value>;

  constructor(attributes: Iterable<readonly [string, Value]>) {
    super();
    this.#attributes = new Map(attributes);
  }

  set(name: string, value: Value): void {
    this.#attributes.set(name, value);
  }

  override toText(): string {
    return `<Namespace ${repr(Dict.of(this.#attributes), new Budget())}>`;
  }

  override attribute(name: string): Value | typeof ABSENT {
    return this.#attributes.has(name) ? this.#attributes.get(name) : ABSENT;
  }
}
