import type { FunctionTable } from '../runtime/native-function.js';
import { isFloat } from '../values/float.js';
import { isMapping } from '../values/mapping.js';
import { Markup } from '../values/markup.js';
import { Tuple } from '../values/sequence.js';
import type { Value } from '../values/value.js';
import { DICT_METHODS } from './dict-methods.js';
import { LIST_METHODS, TUPLE_METHODS } from './list-methods.js';
import { FLOAT_METHODS, INTEGER_METHODS } from './number-methods.js';
import { STRING_METHODS } from './string-methods.js';

/** The methods that values of a type have, as in Python; undefined for types without any. */
export function methodsOf(value: Value): FunctionTable | undefined {
  switch (typeof value) {
    case 'string':
      return STRING_METHODS;
    case 'number':
      return isFloat(value) ? FLOAT_METHODS : INTEGER_METHODS;
    case 'bigint':
    case 'boolean':
      return INTEGER_METHODS;
    default:
      return typeof value === 'object' && value !== null ? methodsOfObject(value) : undefined;
  }
}

function methodsOfObject(value: object): FunctionTable | undefined {
  if (Array.isArray(value)) return value instanceof Tuple ? TUPLE_METHODS : LIST_METHODS;
  if (value instanceof Markup) return STRING_METHODS;
  if (isFloat(value)) return FLOAT_METHODS;
  return isMapping(value) ? DICT_METHODS : undefined;
}
