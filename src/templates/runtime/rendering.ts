import type { Budget } from '../budget.js';
import type { Engine } from '../engine.js';
import { limitFault } from '../fault.js';
import { escapeHtml, Markup } from '../values/markup.js';
import { text } from '../values/text.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { getAttribute, getItem } from './access.js';
import type { TemplateModule } from './template-module.js';

/** What the value of something missing costs besides its message, in characters. */
const MISSING_VALUE = 64;

/** One run of a template with all that it includes: its output so far, and what it may still use. */
export class Rendering {
  readonly engine: Engine;
  readonly budget: Budget;
  /** Whether what is printed here is escaped for HTML. */
  autoescape: boolean;
  /** Modules imported without context, which look alike wherever they are imported. */
  readonly modules = new Map<string, TemplateModule>();
  /** The templates that run inside each other here, outermost first. */
  readonly #running: string[] = [];
  #output = '';

  constructor(engine: Engine, budget: Budget) {
    this.engine = engine;
    this.budget = budget;
    this.autoescape = engine.autoescape;
  }

  get output(): string {
    return this.#output;
  }

  /** Writes text that the template itself makes. */
  write(created: string): void {
    this.budget.writes(created.length);
    this.#output += created;
  }

  /** Prints a value that the template computed. */
  print(value: Value): void {
    this.write(this.printed(value));
  }

  /** Prints a value that was there before: put in by the caller, or paid for when it was made. */
  insert(value: Value): void {
    const inserted = typeof value === 'string' && !this.autoescape ? value : this.printed(value);
    this.budget.inserts(inserted.length);
    this.#output += inserted;
  }

  /** Runs something whose output is kept from the rest; gives it with what the run itself returned. */
  capture<Result>(run: () => Result): { readonly text: string; readonly result: Result } {
    const outer = this.#output;
    this.#output = '';
    const result = run();
    const text = this.#output;
    this.#output = outer;
    return { text, result };
  }

  /** Runs another template inside the one that runs; where they do so in a circle, the error names it. */
  runInside(name: string, run: () => void): void {
    if (this.budget.isAtDepth) refuseCircle([...this.#running, name]);
    this.budget.enter();
    this.#running.push(name);
    run();
    this.#running.pop();
    this.budget.leave();
  }

  /** The text that printing a value shows here. */
  printed(value: Value): string {
    if (typeof value === 'number' || value instanceof Markup || !this.autoescape)
      return text(value, this.budget);
    return escapeHtml(text(value, this.budget), this.budget);
  }

  /** Text that the template made, safe where output is escaped: it has been escaped on the way. */
  markupIfEscaping(made: string): string | Markup {
    return this.autoescape ? new Markup(made) : made;
  }

  /** `object.name`. */
  attribute(object: Value, name: string): Value {
    return getAttribute(this, object, name);
  }

  /** `object[key]`. */
  item(object: Value, key: Value): Value {
    return getItem(this, object, key);
  }

  /** The value of what is not there. */
  missing(message: string): Undefined {
    this.budget.makes(message.length + MISSING_VALUE);
    return new Undefined(this.engine.undefinedKind, message);
  }
}

function refuseCircle(running: readonly string[]): void {
  const last = running.length - 1;
  const before = running.lastIndexOf(running[last] ?? '', last - 1);
  if (before === -1) return;
  const circle = running.slice(before).join("' > '");
  throw limitFault('depth', `The templates bring each other in without end: '${circle}'.`);
}
