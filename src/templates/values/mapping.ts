import type { Budget } from '../budget.js';
import { ABSENT } from './absent.js';
import { Dict } from './dict.js';
import { Float } from './float.js';
import { Markup } from './markup.js';
import { TemplateObject } from './template-object.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Whatever a template sees as a dict: its own dicts, a caller's Map, any other object by its own keys. */
export type Mapping = Dict | Map<Value, Value> | Readonly<Record<string, Value>>;

/** Whether a value is a dict to a template. */
export function isMapping(value: Value): value is Mapping {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof TemplateObject) &&
    !(value instanceof Markup) &&
    !(value instanceof Undefined) &&
    !(value instanceof Float) &&
    !(value instanceof Date)
  );
}

/** The value at a key, or `ABSENT`. Only own properties count: no prototype is ever read. */
export function mappingGet(mapping: Mapping, key: Value): Value | typeof ABSENT {
  if (mapping instanceof Dict) return mapping.get(key);
  if (mapping instanceof Map) return mapping.has(key) ? mapping.get(key) : ABSENT;
  const name = key instanceof Markup ? key.text : key;
  return typeof name === 'string' && Object.hasOwn(mapping, name) ? mapping[name] : ABSENT;
}

/** The number of keys; counting those of a caller's object takes time. */
export function mappingSize(mapping: Mapping, budget: Budget): number {
  if (mapping instanceof Dict || mapping instanceof Map) return mapping.size;
  const { length } = Object.keys(mapping);
  budget.step(Math.ceil(length / KEYS_PER_STEP));
  return length;
}

/** Whether there is any key. */
export function hasEntries(mapping: Mapping): boolean {
  if (mapping instanceof Dict || mapping instanceof Map) return mapping.size > 0;
  const known = someKey.get(mapping);
  if (known !== undefined && Object.hasOwn(mapping, known)) return true;
  const [key] = Object.keys(mapping);
  if (key !== undefined) someKey.set(mapping, key);
  return key !== undefined;
}

/** A key that an object had when it was last asked, so that large ones need not be listed again and again. */
const someKey = new WeakMap<object, string>();
const KEYS_PER_STEP = 2;

/** Keys and values in order; charges for listing those of a caller's object. */
export function mappingEntries(mapping: Mapping, budget: Budget): Iterable<readonly [Value, Value]> {
  if (mapping instanceof Dict || mapping instanceof Map) return mapping.entries();
  const entries = Object.entries(mapping);
  budget.step(Math.ceil(entries.length / KEYS_PER_STEP));
  return entries;
}

/** The keys in order; charges for listing them. */
export function mappingKeys(mapping: Mapping, budget: Budget): readonly Value[] {
  budget.step(Math.ceil(mappingSize(mapping, budget) / KEYS_PER_STEP));
  if (mapping instanceof Dict) return Array.from(mapping.entries(), ([key]) => key);
  if (mapping instanceof Map) return [...mapping.keys()];
  return Object.keys(mapping);
}
