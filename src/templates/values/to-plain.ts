import type { Budget } from '../budget.js';
import { limitFault } from '../fault.js';
import { Float } from './float.js';
import { IterableObject } from './iterable-object.js';
import { isMapping, mappingEntries } from './mapping.js';
import { Markup } from './markup.js';
import { TemplateObject } from './template-object.js';
import { text } from './text.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

const DEEPEST = 200;

/**
 * A value as the caller's own functions expect it: text, numbers, arrays and objects without a prototype;
 * undefined for what is missing.
 */
export function toPlain(value: Value, budget: Budget, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) throw limitFault('depth', 'The value nests too deeply to be handed to a function.');
  budget.step();
  if (value instanceof Markup) return value.text;
  if (value instanceof Float) return value.value;
  if (value instanceof Undefined) return undefined;
  if (value instanceof Date) return value;
  if (Array.isArray(value) || value instanceof IterableObject) {
    return Array.from(value, (item) => toPlain(item, budget, depth + 1));
  }
  if (value instanceof TemplateObject) return value.toText();
  const plain: Record<string, unknown> = Object.create(null);
  if (isMapping(value)) {
    for (const [key, item] of mappingEntries(value, budget))
      plain[text(key, budget)] = toPlain(item, budget, depth + 1);
  }
  return plain;
}
