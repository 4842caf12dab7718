import { ABSENT } from '../values/absent.js';
import { TemplateObject } from '../values/template-object.js';
import type { Value } from '../values/value.js';
import type { Context } from './context.js';

/** A template that was imported: its macros and variables by name, its output as text. */
export class TemplateModule extends TemplateObject {
  override readonly typeName = 'TemplateModule';
  readonly #context: Context;
  readonly #output: string;

  constructor(context: Context, output: string) {
    super();
    this.#context = context;
    this.#output = output;
  }

  override attribute(name: string): Value | typeof ABSENT {
    return this.#context.exported.has(name) ? this.#context.variables.get(name) : ABSENT;
  }

  override toText(): string {
    return this.#output;
  }
}
