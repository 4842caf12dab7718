import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { ABSENT } from './absent.js';
import { asCount } from './integer.js';
import { isMapping, mappingGet } from './mapping.js';
import { asString, escapeHtml, Markup } from './markup.js';
import { type Conversion, convert } from './percent-conversion.js';
import { repr } from './repr.js';
import { Tuple } from './sequence.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/**
 * Python's `template % values`: `'%s has %d' % ('a', 1)`, `'%(name)s' % {'name': 1}`.
 *
 * @param template a string, or markup, which escapes the values
 */
export function formatPercent(template: Value, values: Value, budget: Budget): string | Markup {
  const formatter = new PercentFormatter(asString(template) ?? '', values, budget);
  if (!(template instanceof Markup)) return formatter.run((text) => text);
  const finish: Finish = (text, value) => (value instanceof Markup ? text : escapeHtml(text, budget));
  return new Markup(formatter.run(finish));
}

type Finish = (text: string, value: Value) => string;

class PercentFormatter {
  readonly #template: string;
  readonly #values: Value;
  readonly #budget: Budget;
  #at = 0;
  /** How many values have been used. */
  #used = 0;
  #isByName = false;

  constructor(template: string, values: Value, budget: Budget) {
    this.#template = template;
    this.#values = values;
    this.#budget = budget;
  }

  run(finish: Finish): string {
    const template = this.#template;
    let result = '';
    for (let sign = template.indexOf('%'); sign !== -1; sign = template.indexOf('%', this.#at)) {
      result += template.slice(this.#at, sign);
      this.#at = sign + 1;
      result += this.#formatOne(finish);
    }
    this.#requireAllUsed();
    this.#budget.makes(template.length);
    return result + template.slice(this.#at);
  }

  #formatOne(finish: Finish): string {
    const source = this.#key();
    const flags = this.#flags();
    const width = this.#size();
    const precision = this.#template.charAt(this.#at) === '.' ? this.#precision() : undefined;
    while ('hlL'.includes(this.#template.charAt(this.#at) || ' ')) this.#at += 1;
    const type = this.#template.charAt(this.#at);
    if (type === '') throw runtimeFault('incomplete format');
    this.#at += 1;
    if (type === '%') return '%';
    const conversion: Conversion = { flags, width, precision, type, index: this.#at - 1 };
    const value = source === undefined ? this.#nextValue() : source;
    this.#budget.step();
    this.#budget.makes(Math.abs(width ?? 0) + (precision ?? 0));
    const formatted = finish(convert(conversion, value, this.#budget), value);
    this.#budget.makes(formatted.length);
    return formatted;
  }

  /** The value of a `(name)`, or undefined when there is none. */
  #key(): Value | undefined {
    if (this.#template.charAt(this.#at) !== '(') return undefined;
    const end = this.#template.indexOf(')', this.#at);
    if (end === -1) throw runtimeFault('incomplete format key');
    const name = this.#template.slice(this.#at + 1, end);
    this.#at = end + 1;
    if (!isMapping(this.#values)) throw runtimeFault('format requires a mapping');
    this.#isByName = true;
    const value = mappingGet(this.#values, name);
    if (value === ABSENT) throw runtimeFault(repr(name, this.#budget));
    return value ?? null;
  }

  #flags(): string {
    const start = this.#at;
    while ('#0- +'.includes(this.#template.charAt(this.#at) || '_')) this.#at += 1;
    return this.#template.slice(start, this.#at);
  }

  #size(): number | undefined {
    if (this.#template.charAt(this.#at) === '*') {
      this.#at += 1;
      const size = asCount(this.#nextValue());
      if (size === undefined) throw runtimeFault('* wants int');
      return size;
    }
    const start = this.#at;
    while (this.#template.charAt(this.#at) >= '0' && this.#template.charAt(this.#at) <= '9') this.#at += 1;
    return start === this.#at ? undefined : Number(this.#template.slice(start, this.#at));
  }

  #precision(): number {
    this.#at += 1;
    return Math.max(0, this.#size() ?? 0);
  }

  #nextValue(): Value {
    const values = this.#values;
    const index = this.#used;
    this.#used += 1;
    if (values instanceof Tuple ? index < values.length : index === 0) {
      return values instanceof Tuple ? values[index] : values;
    }
    throw runtimeFault('not enough arguments for format string');
  }

  #requireAllUsed(): void {
    const values = this.#values;
    if (this.#isByName || isMapping(values) || values instanceof Undefined) return;
    const given = values instanceof Tuple ? values.length : 1;
    const mayBeUnused = Array.isArray(values) && !(values instanceof Tuple) && this.#used === 0;
    if (this.#used < given && !mayBeUnused) {
      throw runtimeFault('not all arguments converted during string formatting');
    }
  }
}
