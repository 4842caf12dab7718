import { methodsOf } from '../methods/methods-of.js';
import { ABSENT } from '../values/absent.js';
import { isMapping, mappingGet } from '../values/mapping.js';
import { asString } from '../values/markup.js';
import { NamedTuple } from '../values/named-tuple.js';
import { repr } from '../values/repr.js';
import { subscript } from '../values/subscript.js';
import { TemplateObject } from '../values/template-object.js';
import { describeOwner } from '../values/type-name.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { BoundMethod } from './bound-method.js';
import type { Rendering } from './rendering.js';

/** `object.name`: a method of its type before a key of its own, as in Python. */
export function getAttribute(rendering: Rendering, object: Value, name: string): Value {
  const found = findAttribute(object, name);
  if (found !== ABSENT && found !== undefined) return found;
  if (isMapping(object)) {
    const item = mappingGet(object, name);
    if (item !== ABSENT && item !== undefined) return item;
  }
  if (object instanceof Undefined) return attributeOfMissing(object);
  return rendering.missing(noAttribute(object, name));
}

/** `object[key]`: a key of its own before a method of its type. */
export function getItem(rendering: Rendering, object: Value, key: Value): Value {
  if (object instanceof Undefined) return attributeOfMissing(object);
  const item = subscript(object, key, rendering.budget);
  if (item !== ABSENT && item !== undefined) return item;
  const name = asString(key);
  const attribute = name === undefined ? ABSENT : findAttribute(object, name);
  if (attribute !== ABSENT) return attribute;
  if (name !== undefined) return rendering.missing(noAttribute(object, name));
  return rendering.missing(`${describeOwner(object)} has no element ${repr(key, rendering.budget)}`);
}

/** An attribute in the narrow sense, which is no key: what an object shows, or a method of its type. */
export function findAttribute(object: Value, name: string): Value | typeof ABSENT {
  if (object instanceof TemplateObject) return object.attribute(name);
  if (object instanceof NamedTuple) {
    const field = object.field(name);
    if (field !== ABSENT) return field;
  }
  const method = methodsOf(object)?.get(name);
  return method === undefined ? ABSENT : new BoundMethod(method, object);
}

function attributeOfMissing(object: Undefined): Value {
  return object.kind === 'chainable' ? object : object.refuse();
}

function noAttribute(object: Value, name: string): string {
  return `'${describeOwner(object)}' has no attribute '${name}'`;
}
