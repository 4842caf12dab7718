import { closestName } from '../../../../base/text/closest-name.js';
import type { YamlMapping, YamlTree } from '../../../../base/yaml/yaml-tree.js';
import type { Reading } from './reading.js';
import type { Schema, Shape } from './shape.js';

/** A key of a record. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly isRequired: boolean;
  /** What stands there without the key, or with a value that cannot be read; absent when nothing can. Never undefined. */
  readonly fallback?: { readonly value: T };
}

/** A key that has to be there: without it nothing can be made of the record. */
export function required<T>(shape: Shape<T>): Field<T> {
  return { shape, isRequired: true };
}

/** A key that has to be there; something stands in for it, so that the rest can still be looked at. */
export function requiredOr<T, Blank>(shape: Shape<T>, blank: Blank): Field<T | Blank> {
  return { shape, isRequired: true, fallback: { value: blank } };
}

/** A key that may be left out. */
export function optional<T, Fallback>(shape: Shape<T>, fallback: Fallback): Field<T | Fallback> {
  return { shape, isRequired: false, fallback: { value: fallback } };
}

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a record of such fields reads to. */
export type RecordOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/**
 * A mapping whose keys are known.
 *
 * @param subject as messages call it where a key is missing or unknown: `a gate`
 */
export function record<F extends Fields>(subject: string, fields: F): Shape<RecordOf<F>> {
  return {
    schema: schemaOf(fields),
    read(node, label, reading) {
      if (node.kind !== 'mapping')
        return reading.refuse(node.span, `${label} is to be a mapping of keys to values.`, keysHint(fields));
      refuseUnknownKeys(node, subject, fields, reading);
      const found = new Map(node.entries.map(({ key, value }) => [key, value]));
      const read = Object.entries(fields).map(
        ([key, field]) => [key, readField(key, field, found.get(key), node, subject, reading)] as const,
      );
      if (read.some(([, value]) => value === undefined)) return undefined;
      // Each value was read by the shape of its own key.
      return Object.fromEntries(read) as RecordOf<F>;
    },
  };
}

function schemaOf(fields: Fields): Schema {
  const all = Object.entries(fields);
  const names = all.filter(([, { isRequired }]) => isRequired).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([key, { shape }]) => [key, shape.schema])),
    ...(names.length === 0 ? {} : { required: names }),
    additionalProperties: false,
  };
}

function readField(
  key: string,
  { shape, isRequired, fallback }: Field<unknown>,
  node: YamlTree | undefined,
  around: YamlMapping,
  subject: string,
  reading: Reading,
): unknown {
  if (node === undefined && isRequired)
    reading.refuse(around.span, `${capitalized(subject)} needs "${key}".`);
  const value = node === undefined ? undefined : shape.read(node, `"${key}"`, reading);
  return value === undefined ? fallback?.value : value;
}

function refuseUnknownKeys(node: YamlMapping, subject: string, fields: Fields, reading: Reading): void {
  const given = new Set(node.entries.map(({ key }) => key));
  // A key that is there already is not what was meant.
  const free = Object.keys(fields).filter((key) => !given.has(key));
  for (const { key, keySpan } of node.entries) {
    if (Object.hasOwn(fields, key)) continue;
    const near = closestName(key, free);
    const hint = near === undefined ? keysHint(fields) : `Did you mean "${near}"?`;
    reading.refuse(keySpan, `There is no key "${key}" in ${subject}.`, hint);
  }
}

function keysHint(fields: Fields): string {
  return `Its keys are: ${Object.keys(fields).join(', ')}.`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
