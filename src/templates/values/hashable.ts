import { isMapping } from './mapping.js';
import { Tuple } from './sequence.js';
import type { Value } from './value.js';

/** Whether a value can be a key: lists, dicts and tuples that hold them cannot. */
export function isHashable(value: Value): boolean {
  if (value instanceof Tuple) return value.every(isHashable);
  return !Array.isArray(value) && !isMapping(value);
}
