import { getItem } from '../runtime/access.js';
import type { Rendering } from '../runtime/rendering.js';
import { asCount } from '../values/integer.js';
import { asString } from '../values/markup.js';
import { text } from '../values/text.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';

/** What an item is looked at by: itself, or one of its attributes. */
export type KeyOf = (item: Value) => Value;

/**
 * Compiles the `attribute` argument of a filter: a name, a path such as `author.name`, or an index.
 *
 * @param standard what stands for a missing attribute; null for nothing
 */
export function attributeKey(rendering: Rendering, attribute: Value, standard: Value = null): KeyOf {
  if (attribute === null) return (item) => item;
  const path = pathOf(rendering, attribute);
  return (item) => {
    let value = item;
    for (const part of path) {
      value = getItem(rendering, value, part);
      if (standard !== null && value instanceof Undefined) value = standard;
    }
    return value;
  };
}

/** Several attributes, separated by commas, as one list to sort by. */
export function attributeKeys(rendering: Rendering, attribute: Value): (item: Value) => Value[] {
  const names = asString(attribute)?.split(',') ?? [attribute];
  const keys = names.map((name) => attributeKey(rendering, name));
  return (item) => keys.map((key) => key(item));
}

/** Text in small letters, for comparisons that do not mind the case; anything else as it is. */
export function ignoringCase(value: Value): Value {
  return asString(value)?.toLowerCase() ?? value;
}

function pathOf({ budget }: Rendering, attribute: Value): readonly (string | number)[] {
  const index = asCount(attribute);
  if (index !== undefined) return [index];
  return text(attribute, budget)
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
