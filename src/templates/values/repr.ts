import type { Budget } from '../budget.js';
import { limitFault } from '../fault.js';
import { dateText } from './date-text.js';
import { Float } from './float.js';
import { floatText } from './float-text.js';
import { integerText } from './integer-text.js';
import { isMapping, type Mapping, mappingEntries } from './mapping.js';
import { Markup } from './markup.js';
import { Tuple } from './sequence.js';
import { stringRepr } from './string-repr.js';
import { TemplateObject } from './template-object.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

const DEEPEST = 200;
const STEPS_PER_CONTAINER = 4;

/** A value as Python's `repr` gives it: strings quoted, containers with their items, cycles as `[...]`. */
export function repr(value: Value, budget: Budget): string {
  return write(value, budget, []);
}

/** `around` are the containers that the value stands in, outermost first. */
function write(value: Value, budget: Budget, around: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return paid(stringRepr(value), budget);
    case 'number':
      return Number.isSafeInteger(value) ? integerText(value) : floatText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return paid(integerText(value), budget);
    case 'object':
      return value === null ? 'None' : writeObject(value, budget, around);
    default:
      return typeof value === 'undefined' ? 'None' : `<${typeof value}>`;
  }
}

function writeObject(value: object, budget: Budget, around: readonly object[]): string {
  if (value instanceof Markup) return paid(`Markup(${stringRepr(value.text)})`, budget);
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof TemplateObject) return value.toText();
  if (value instanceof Date) return dateText(value);
  if (value instanceof Undefined) return 'Undefined';
  return writeContainer(value, budget, around);
}

function writeContainer(value: object, budget: Budget, around: readonly object[]): string {
  if (around.length >= DEEPEST) throw limitFault('depth', 'The value nests too deeply to be printed.');
  budget.step(STEPS_PER_CONTAINER);
  const seen = around.includes(value);
  const inside = [...around, value];
  if (Array.isArray(value)) return seen ? ellipsis(value) : writeSequence(value, budget, inside);
  if (!isMapping(value)) return '';
  return seen ? '{...}' : writeMapping(value, budget, inside);
}

function ellipsis(value: readonly Value[]): string {
  return value instanceof Tuple ? '(...)' : '[...]';
}

function writeSequence(items: readonly Value[], budget: Budget, around: readonly object[]): string {
  budget.step(items.length);
  budget.makes(2 * items.length);
  const written = items.map((item) => write(item, budget, around)).join(', ');
  if (!(items instanceof Tuple)) return `[${written}]`;
  return items.length === 1 ? `(${written},)` : `(${written})`;
}

function writeMapping(mapping: Mapping, budget: Budget, around: readonly object[]): string {
  const parts: string[] = [];
  for (const [key, value] of mappingEntries(mapping, budget)) {
    budget.step();
    parts.push(`${write(key, budget, around)}: ${write(value, budget, around)}`);
  }
  budget.makes(4 * parts.length);
  return `{${parts.join(', ')}}`;
}

function paid(text: string, budget: Budget): string {
  budget.makes(text.length);
  return text;
}
