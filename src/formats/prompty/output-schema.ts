import { isDeepStrictEqual } from 'node:util';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json-value.js';
import { kindOf, type NamedProperty, namedProperties, typeOfKind } from './properties.js';

/** How deep properties may hold properties. */
const DEEPEST = 30;

/** The JSON schema that the outputs of a Prompty file stand for; null where there are none. */
export function schemaOfOutputs(outputs: JsonValue | undefined): JsonObject | null {
  const properties = outputs === undefined ? [] : namedProperties(outputs);
  return properties.length === 0 ? null : objectSchema(properties, 0);
}

/** The outputs from which a schema is read back as it is; null where there are none such. */
export function outputsOfSchema(schema: JsonValue): readonly JsonValue[] | null {
  if (!isJsonObject(schema)) return null;
  const outputs = propertiesOf(schema, 0);
  return isDeepStrictEqual(schemaOfOutputs(outputs), schema) ? outputs : null;
}

function objectSchema(properties: readonly NamedProperty[], depth: number): JsonObject {
  const required = properties.filter(({ property }) => property.required === true).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(({ name, property }) => [name, schemaOf(property, depth)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

function schemaOf(property: JsonObject, depth: number): JsonObject {
  const { description, enumValues } = property;
  return {
    ...typed(property, depth),
    ...(description === undefined ? {} : { description }),
    ...(enumValues === undefined ? {} : { enum: enumValues }),
  };
}

function typed({ kind, properties, items }: JsonObject, depth: number): JsonObject {
  const type = typeof kind === 'string' ? typeOfKind(kind) : 'any';
  if (type === 'any' || depth > DEEPEST) return {};
  if (type === 'object' && properties !== undefined)
    return objectSchema(namedProperties(properties), depth + 1);
  if (type === 'array' && isJsonObject(items)) return { type, items: schemaOf(items, depth + 1) };
  return { type };
}

function propertiesOf(schema: JsonObject, depth: number): readonly JsonObject[] {
  const required = isJsonList(schema.required) ? schema.required : [];
  const properties = isJsonObject(schema.properties) ? Object.entries(schema.properties) : [];
  return properties.map(([name, inner]) => ({
    name,
    ...(isJsonObject(inner) ? propertyOf(inner, depth) : {}),
    ...(required.includes(name) ? { required: true } : {}),
  }));
}

function propertyOf(schema: JsonObject, depth: number): JsonObject {
  const { type, description, items } = schema;
  const inner = depth < DEEPEST && type === 'object' && Object.hasOwn(schema, 'properties');
  return {
    ...(typeof type === 'string' ? { kind: kindOf(type) } : {}),
    ...(description === undefined ? {} : { description }),
    ...(schema.enum === undefined ? {} : { enumValues: schema.enum }),
    ...(inner ? { properties: propertiesOf(schema, depth + 1) } : {}),
    ...(depth < DEEPEST && isJsonObject(items) ? { items: propertyOf(items, depth + 1) } : {}),
  };
}
