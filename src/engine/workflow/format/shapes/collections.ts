import type { Span } from '../../../../base/yaml/yaml-tree.js';
import type { Schema, Shape } from './shape.js';

/** A list; entries that cannot be read are left out. */
export function list<T>(entry: Shape<T>, least = 0): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: entry.schema, ...(least > 0 && { minItems: least }) },
    read(node, label, reading) {
      if (node.kind !== 'list') return reading.refuse(node.span, `${label} is to be a list.`);
      if (node.items.length < least) return reading.refuse(node.span, `${label} is empty.`);
      return node.items.flatMap((item, at) => {
        const value = entry.read(item, `${label}, entry ${at + 1},`, reading);
        return value === undefined ? [] : [value];
      });
    },
  };
}

/** A member of a mapping with names of the writer's own. */
export interface Named<T> {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: T;
}

/** Which names may stand in a mapping. */
export interface NameRule {
  readonly schema: Schema;
  /** What is wrong with a name, for instance `is no name`; null when nothing is. */
  faultIn(name: string): string | null;
}

/** A mapping from names of the writer's own; values that cannot be read are left out. */
export function mapping<T>(names: NameRule, value: Shape<T>): Shape<readonly Named<T>[]> {
  return {
    schema: { type: 'object', propertyNames: names.schema, additionalProperties: value.schema },
    read(node, label, reading) {
      if (node.kind !== 'mapping')
        return reading.refuse(node.span, `${label} is to be a mapping of names to values.`);
      return node.entries.flatMap(({ key: name, keySpan: nameSpan, value: inner }) => {
        const fault = names.faultIn(name);
        if (fault !== null) reading.refuse(nameSpan, `"${name}" ${fault}.`);
        const read = value.read(inner, `"${name}"`, reading);
        if (read !== undefined) return [{ name, nameSpan, value: read }];
        reading.lost.add(name);
        return [];
      });
    },
  };
}
