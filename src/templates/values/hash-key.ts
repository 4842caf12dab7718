import { runtimeFault } from '../fault.js';
import { Float } from './float.js';
import { integer } from './integer.js';
import { Markup } from './markup.js';
import { Tuple } from './sequence.js';
import { TemplateObject } from './template-object.js';
import { typeName } from './type-name.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Marks keys that stand for something else than a string; a string that begins so is marked itself. */
const MARK = '\u0000';

/**
 * What a `Map` must be asked for so that it finds a value as a Python dict would: `1`, `1.0` and `True`
 * are one key, tuples compare by their items.
 *
 * @throws a runtime fault for lists and dicts, which cannot be keys
 */
export function hashKey(value: Value): unknown {
  switch (typeof value) {
    case 'string':
      return value.startsWith(MARK) ? `${MARK}s${value}` : value;
    case 'boolean':
      return value ? 1 : 0;
    case 'bigint':
      return integer(value);
    case 'object':
      return hashKeyOfObject(value);
    default:
      return value;
  }
}

function hashKeyOfObject(value: object | null): unknown {
  if (value === null || value instanceof TemplateObject || value instanceof Undefined) return value;
  if (value instanceof Float) return value.value + 0;
  if (value instanceof Markup) return hashKey(value.text);
  if (value instanceof Tuple) return `${MARK}t${value.map(tupleItemKey).join()}`;
  throw runtimeFault(`unhashable type: '${typeName(value)}'`);
}

/** Length and type first, so that the joined keys of different tuples differ. */
function tupleItemKey(item: Value): string {
  const key = hashKey(item);
  const text = String(key);
  return `${typeof key}${text.length}:${text}`;
}
