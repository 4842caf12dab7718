import { runtimeFault } from '../fault.js';
import { codePoints } from './code-points.js';
import { IterableObject } from './iterable-object.js';
import { isMapping, mappingKeys } from './mapping.js';
import { Markup } from './markup.js';
import { typeName } from './type-name.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

const NOTHING: readonly Value[] = [];

/**
 * The items of a value: of a list, the keys of a dict, the characters of a string.
 *
 * @throws a runtime fault when the value cannot be looped over
 */
export function iterate(value: Value): Iterable<Value> {
  const items = iterableItems(value);
  if (items === undefined) throw runtimeFault(`'${typeName(value)}' object is not iterable`);
  return items;
}

/** Whether `iterate` accepts a value. */
export function isIterable(value: Value): boolean {
  return iterableItems(value) !== undefined;
}

function iterableItems(value: Value): Iterable<Value> | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return codePoints(value);
  if (value instanceof IterableObject) return value;
  if (value instanceof Markup) return codePoints(value.text).map((character) => new Markup(character));
  if (value instanceof Undefined) {
    value.refuseIfStrict();
    return NOTHING;
  }
  return isMapping(value) ? mappingKeys(value) : undefined;
}
