import type { Value } from './value.js';

/** A list that the engine made: the only kind that a template may change. */
export class List extends Array<Value> {
  /** Results of `map` and `slice` are plain arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A Python tuple. */
export class Tuple extends Array<Value> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A list of the engine's own with these items. */
export function list(items: Iterable<Value>): List {
  const result = new List();
  for (const item of items) result.push(item);
  return result;
}

/** A tuple of these items. */
export function tuple(...items: Value[]): Tuple {
  return tupleOf(items);
}

/** A tuple of the items of something that may have very many. */
export function tupleOf(items: Iterable<Value>): Tuple {
  const result = new Tuple();
  for (const item of items) result.push(item);
  return result;
}

/** Whether a value is a list or a tuple. */
export function isSequence(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
