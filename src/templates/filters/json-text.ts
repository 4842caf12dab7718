import type { Budget } from '../budget.js';
import { limitFault, runtimeFault } from '../fault.js';
import { dateText } from '../values/date-text.js';
import { Float } from '../values/float.js';
import { floatText } from '../values/float-text.js';
import { integerText } from '../values/integer-text.js';
import { isMapping, type Mapping, mappingEntries } from '../values/mapping.js';
import { asString, Markup } from '../values/markup.js';
import { tuple } from '../values/sequence.js';
import { sorted } from '../values/sorted.js';
import { TemplateObject } from '../values/template-object.js';
import { typeName } from '../values/type-name.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';

const DEEPEST = 200;

/**
 * A value as JSON, as Python writes it: keys sorted, nothing but ASCII.
 *
 * @param indent what a level is indented by; undefined keeps all on one line
 */
export function jsonText(value: Value, indent: string | undefined, budget: Budget): string {
  return new JsonWriter(indent, budget).write(value, []);
}

class JsonWriter {
  readonly #indent: string | undefined;
  readonly #budget: Budget;

  constructor(indent: string | undefined, budget: Budget) {
    this.#indent = indent;
    this.#budget = budget;
  }

  /** `around` are the containers that the value stands in. */
  write(value: Value, around: readonly object[]): string {
    this.#budget.step();
    switch (typeof value) {
      case 'string':
        return this.#paid(jsonString(value));
      case 'number':
        return Number.isSafeInteger(value) ? integerText(value) : floatJson(value);
      case 'bigint':
        return integerText(value);
      case 'boolean':
        return value ? 'true' : 'false';
      case 'object':
        return value === null ? 'null' : this.#writeObject(value, around);
      default:
        throw notSerializable(value);
    }
  }

  #writeObject(value: object, around: readonly object[]): string {
    if (value instanceof Markup) return this.#paid(jsonString(value.text));
    if (value instanceof Float) return floatText(value.value);
    if (value instanceof Date) return jsonString(dateText(value));
    if (value instanceof TemplateObject || value instanceof Undefined) throw notSerializable(value);
    if (around.includes(value)) throw runtimeFault('Circular reference detected');
    if (around.length >= DEEPEST) throw limitFault('depth', 'The value nests too deeply for JSON.');
    const inside = [...around, value];
    if (Array.isArray(value)) {
      const items = value.map((item) => this.write(item, inside));
      return this.#bracketed('[', items, ']', around.length);
    }
    return isMapping(value) ? this.#writeMapping(value, inside) : '{}';
  }

  #writeMapping(mapping: Mapping, inside: readonly object[]): string {
    const entries = Array.from(mappingEntries(mapping, this.#budget), ([key, value]) => tuple(key, value));
    const inOrder = sorted(
      entries,
      (entry) => (Array.isArray(entry) ? entry[0] : entry),
      'ascending',
      this.#budget,
    );
    const items = inOrder.map((entry) => {
      const [key, value] = Array.isArray(entry) ? entry : [];
      return `${this.#paid(jsonString(keyText(key)))}: ${this.write(value, inside)}`;
    });
    return this.#bracketed('{', items, '}', inside.length - 1);
  }

  #bracketed(open: string, items: readonly string[], close: string, depth: number): string {
    if (items.length === 0) return open + close;
    if (this.#indent === undefined) {
      this.#budget.makes(2 * items.length);
      return `${open}${items.join(', ')}${close}`;
    }
    const newline = `\n${this.#indent.repeat(depth)}`;
    const inner = newline + this.#indent;
    this.#budget.makes(inner.length * (items.length + 1));
    return `${open}${inner}${items.join(`,${inner}`)}${newline}${close}`;
  }

  #paid(text: string): string {
    this.#budget.makes(text.length);
    return text;
  }
}

function keyText(key: Value): string {
  const string = asString(key);
  if (string !== undefined) return string;
  switch (typeof key) {
    case 'boolean':
      return key ? 'true' : 'false';
    case 'number':
      return Number.isSafeInteger(key) ? integerText(key) : floatJson(key);
    case 'bigint':
      return integerText(key);
    default:
      break;
  }
  if (key === null) return 'null';
  if (key instanceof Float) return floatText(key.value);
  throw runtimeFault(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
}

function floatJson(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return floatText(value);
}

const NOT_ASCII = /[\u007f-\uffff]/g;

function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    NOT_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function notSerializable(value: Value): Error {
  return runtimeFault(`Object of type ${typeName(value)} is not JSON serializable`);
}
