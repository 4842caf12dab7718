import { Float } from './float.js';
import { Markup } from './markup.js';
import { Tuple } from './sequence.js';
import { TemplateObject } from './template-object.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Python's name of a value's type, as its messages spell it. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'number':
      return Number.isSafeInteger(value) ? 'int' : 'float';
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'object':
      return value === null ? 'NoneType' : objectTypeName(value);
    default:
      return typeof value;
  }
}

function objectTypeName(value: object): string {
  if (value instanceof Tuple) return 'tuple';
  if (Array.isArray(value)) return 'list';
  if (value instanceof TemplateObject) return value.typeName;
  if (value instanceof Float) return 'float';
  if (value instanceof Markup) return 'Markup';
  if (value instanceof Date) return 'datetime';
  if (value instanceof Undefined)
    return value.kind === 'default' ? 'Undefined' : `${capitalized(value.kind)}Undefined`;
  return 'dict';
}

/** How messages about a missing attribute speak of its owner: `dict object`, `None`. */
export function describeOwner(value: Value): string {
  if (value === null) return 'None';
  const name = typeName(value);
  return `${name === 'Markup' ? 'markupsafe.Markup' : name} object`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
