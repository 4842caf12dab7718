import type { YamlTree } from '../../../../base/yaml/yaml-tree.js';
import type { Json } from '../../../../models/spec/model-request.js';
import type { Reading } from './reading.js';

/** A JSON schema, draft 2020-12. */
export interface Schema {
  readonly [key: string]: Json;
}

/**
 * What may stand at a place of the file: how it is read, and how editors are told. A shape and its schema accept
 * the same, but for what the schema's language cannot say.
 */
export interface Shape<T> {
  readonly schema: Schema;
  /**
   * Reads a value; what is wrong with it goes into the reading.
   *
   * @param label as messages call it: `"timeout"`
   * @returns undefined when nothing can be made of it, which has been told then
   */
  read(node: YamlTree, label: string, reading: Reading): T | undefined;
}

/** The shape with something made of what it reads; undefined refuses it, which has to be told. */
export function mapped<From, To>(
  shape: Shape<From>,
  make: (value: From, node: YamlTree, label: string, reading: Reading) => To | undefined,
): Shape<To> {
  return {
    schema: shape.schema,
    read(node, label, reading) {
      const value = shape.read(node, label, reading);
      return value === undefined ? undefined : make(value, node, label, reading);
    },
  };
}

/** The shape with words for editors. */
export function described<T>(description: string, shape: Shape<T>): Shape<T> {
  return withSchema({ ...shape.schema, description }, shape);
}

/** The shape as another schema tells of it. */
export function withSchema<T>(schema: Schema, shape: Shape<T>): Shape<T> {
  return { schema, read: (...given) => shape.read(...given) };
}
