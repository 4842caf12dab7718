import { isJsonList, isJsonObject } from '../../../models/spec/json-kind.js';
import type { Json } from '../../../models/spec/model-request.js';

type Schema = { readonly [key: string]: Json };

/** Schemas refer to themselves; examples do not need to go so deep. */
const DEEPEST = 8;

/**
 * A value for somebody to begin with, as near to a schema as its plain keywords tell. It may not fit one that asks
 * for more, such as a pattern.
 *
 * @param schema JSON schema, draft 2020-12
 * @example exampleFor({ type: 'object', properties: { score: { type: 'integer', minimum: 1 } } }) // { score: 1 }
 */
export function exampleFor(schema: Schema): Json {
  return exampleOf(schema, 0);
}

function exampleOf(schema: Json | undefined, depth: number): Json {
  if (!isJsonObject(schema) || depth > DEEPEST) return null;
  const { const: constant, default: usual, enum: choices, examples, anyOf, oneOf, allOf } = schema;
  const said = constant ?? usual ?? firstOf(choices) ?? firstOf(examples);
  if (said !== undefined) return said;
  const part = firstOf(anyOf) ?? firstOf(oneOf) ?? firstOf(allOf);
  if (schema.type === undefined && part !== undefined) return exampleOf(part, depth);
  return ofType(schema, depth);
}

function ofType(schema: Schema, depth: number): Json {
  const { type = 'properties' in schema ? 'object' : 'string', minimum = 0, items, properties } = schema;
  switch (isJsonList(type) ? type[0] : type) {
    case 'object':
      return isJsonObject(properties)
        ? Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, exampleOf(inner, depth + 1)]),
          )
        : {};
    case 'array':
      return isJsonObject(items) ? [exampleOf(items, depth + 1)] : [];
    case 'integer':
    case 'number':
      return minimum;
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return 'text';
  }
}

function firstOf(value: Json | undefined): Json | undefined {
  return isJsonList(value) ? value[0] : undefined;
}
