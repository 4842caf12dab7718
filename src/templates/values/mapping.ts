import { ABSENT } from './absent.js';
import { Dict } from './dict.js';
import { Float } from './float.js';
import { Markup } from './markup.js';
import { TemplateObject } from './template-object.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Whatever a template sees as a dict: its own dicts, a caller's Map, any other object by its own keys. */
export type Mapping = Dict | ReadonlyMap<Value, Value> | Readonly<Record<string, Value>>;

/** Whether a value is a dict to a template. */
export function isMapping(value: Value): value is Mapping {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof TemplateObject) &&
    !(value instanceof Markup) &&
    !(value instanceof Undefined) &&
    !(value instanceof Float)
  );
}

/** The value at a key, or `ABSENT`. Only own properties count: no prototype is ever read. */
export function mappingGet(mapping: Mapping, key: Value): Value | typeof ABSENT {
  if (mapping instanceof Dict) return mapping.get(key);
  if (mapping instanceof Map) return mapping.has(key) ? mapping.get(key) : ABSENT;
  const name = key instanceof Markup ? key.text : key;
  return typeof name === 'string' && Object.hasOwn(mapping, name) ? ownValue(mapping, name) : ABSENT;
}

/** The number of keys. */
export function mappingSize(mapping: Mapping): number {
  if (mapping instanceof Dict || mapping instanceof Map) return mapping.size;
  return Object.keys(mapping).length;
}

/** Keys and values in order. */
export function mappingEntries(mapping: Mapping): Iterable<readonly [Value, Value]> {
  if (mapping instanceof Dict || mapping instanceof Map) return mapping.entries();
  return Object.entries(mapping);
}

/** The keys in order. */
export function mappingKeys(mapping: Mapping): readonly Value[] {
  if (mapping instanceof Dict) return Array.from(mapping.entries(), ([key]) => key);
  if (mapping instanceof Map) return [...mapping.keys()];
  return Object.keys(mapping);
}

function ownValue(mapping: object, name: string): Value {
  return (mapping as Readonly<Record<string, Value>>)[name];
}
