import { runtimeFault } from '../fault.js';
import { codePointLength } from './code-points.js';
import { IterableObject } from './iterable-object.js';
import { isMapping, mappingSize } from './mapping.js';
import { asString } from './markup.js';
import { typeName } from './type-name.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** The length of a value, or undefined when it has none. */
export function knownLength(value: Value): number | undefined {
  if (Array.isArray(value)) return value.length;
  const string = asString(value);
  if (string !== undefined) return codePointLength(string);
  if (value instanceof IterableObject) return value.length;
  if (value instanceof Undefined) {
    value.refuseIfStrict();
    return 0;
  }
  return isMapping(value) ? mappingSize(value) : undefined;
}

/** Python's `len`. */
export function length(value: Value): number {
  const known = knownLength(value);
  if (known === undefined) throw runtimeFault(`object of type '${typeName(value)}' has no len()`);
  return known;
}
