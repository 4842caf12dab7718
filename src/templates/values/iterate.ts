import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { IterableObject } from './iterable-object.js';
import { isMapping, mappingKeys } from './mapping.js';
import { asString, Markup } from './markup.js';
import { typeName } from './type-name.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

const NOTHING: readonly Value[] = [];

/**
 * The items of a value: of a list, the keys of a dict, the characters of a string.
 *
 * @param budget pays for listing the keys of a dict; the items are for the caller to pay
 * @throws a runtime fault when the value cannot be looped over
 */
export function iterate(value: Value, budget: Budget): Iterable<Value> {
  if (Array.isArray(value) || typeof value === 'string' || value instanceof IterableObject) return value;
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) {
    value.refuseIfStrict();
    return NOTHING;
  }
  if (isMapping(value)) return mappingKeys(value, budget);
  throw runtimeFault(`'${typeName(value)}' object is not iterable`);
}

/** Whether `iterate` accepts a value. */
export function isIterable(value: Value): boolean {
  if (value instanceof Undefined) value.refuseIfStrict();
  const isText = asString(value) !== undefined;
  return (
    isText ||
    Array.isArray(value) ||
    value instanceof IterableObject ||
    value instanceof Undefined ||
    isMapping(value)
  );
}
