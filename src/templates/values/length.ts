import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { codePointLength } from './code-points.js';
import { IterableObject } from './iterable-object.js';
import { isMapping, mappingSize } from './mapping.js';
import { asString } from './markup.js';
import { typeName } from './type-name.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Python's `len`. */
export function length(value: Value, budget: Budget): number {
  if (!isSized(value)) throw runtimeFault(`object of type '${typeName(value)}' has no len()`);
  if (Array.isArray(value)) return value.length;
  if (value instanceof IterableObject) return value.length ?? 0;
  if (isMapping(value)) return mappingSize(value, budget);
  const text = asString(value) ?? '';
  budget.reads(text.length);
  return codePointLength(text);
}

/** Whether a value has a length. */
export function isSized(value: Value): boolean {
  if (value instanceof Undefined) {
    value.refuseIfStrict();
    return true;
  }
  if (value instanceof IterableObject) return value.length !== undefined;
  return Array.isArray(value) || asString(value) !== undefined || isMapping(value);
}
