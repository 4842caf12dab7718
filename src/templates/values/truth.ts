import { Float } from './float.js';
import { IterableObject } from './iterable-object.js';
import { hasEntries, isMapping } from './mapping.js';
import { Markup } from './markup.js';
import { TemplateObject } from './template-object.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Whether a value counts as true: not None, not zero, not empty, not missing. */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value !== '';
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'object':
      return value !== null && objectIsTrue(value);
    default:
      return typeof value === 'function';
  }
}

function objectIsTrue(value: object): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Undefined) {
    value.refuseIfStrict();
    return false;
  }
  if (value instanceof Markup) return value.text !== '';
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof IterableObject) return value.length !== 0;
  if (value instanceof TemplateObject) return value.isTrue();
  return !isMapping(value) || hasEntries(value);
}
