import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json-value.js';

const SCALARS = new Set(['any', 'boolean', 'integer', 'null', 'number', 'string']);
const STRUCTURES = new Set(['array', 'object', 'enum']);
const ANY_OTHER = '(*)';

/** A text is no Picoschema. */
export class PicoschemaError extends Error {}

/**
 * The JSON schema that a Picoschema stands for. What already is a JSON schema is given back as it is.
 *
 * @throws PicoschemaError where it is neither, or names a schema that is kept elsewhere
 * @example jsonSchemaOf('string, a name') // { type: 'string', description: 'a name' }
 */
export function jsonSchemaOf(value: JsonValue): JsonObject {
  if (isJsonObject(value) && isJsonSchema(value)) return value;
  return schemaOf(value);
}

function isJsonSchema(value: JsonObject): boolean {
  const type = Object.hasOwn(value, 'type') ? value.type : undefined;
  if (typeof type === 'string' && (SCALARS.has(type) || type === 'object' || type === 'array')) return true;
  return Object.hasOwn(value, 'properties') && isJsonObject(value.properties);
}

function schemaOf(value: JsonValue): JsonObject {
  if (typeof value === 'string') return scalarOf(value);
  if (isJsonObject(value)) return objectOf(value);
  throw new PicoschemaError('a Picoschema is a text or a mapping');
}

function scalarOf(text: string): JsonObject {
  const [type, description] = atComma(text);
  if (!SCALARS.has(type)) throw new PicoschemaError(`"${type}" is no type of Picoschema`);
  return { ...(type === 'any' ? {} : { type }), ...described(description) };
}

function objectOf(mapping: JsonObject): JsonObject {
  const fields = Object.entries(mapping).filter(([key]) => key !== ANY_OTHER);
  const others = Object.hasOwn(mapping, ANY_OTHER) ? mapping[ANY_OTHER] : undefined;
  const read = fields.map(([key, value]) => fieldOf(key, value));
  const required = read.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(read.map(({ name, schema }) => [name, schema])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: others === undefined ? false : schemaOf(others),
  };
}

interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly schema: JsonObject;
}

/** `name`, `name?`, `name(array, what for)` and the like. */
function fieldOf(key: string, value: JsonValue): Field {
  const bracket = key.endsWith(')') ? key.indexOf('(') : -1;
  const head = bracket === -1 ? key : key.slice(0, bracket);
  const optional = head.endsWith('?');
  const name = optional ? head.slice(0, -1) : head;
  const [structure, description] = bracket === -1 ? ['', null] : atComma(key.slice(bracket + 1, -1));
  const schema = structured(structure, value);
  return { name, optional, schema: { ...(optional ? nullable(schema) : schema), ...described(description) } };
}

function structured(structure: string, value: JsonValue): JsonObject {
  if (structure === '') return schemaOf(value);
  if (!STRUCTURES.has(structure)) throw new PicoschemaError(`"${structure}" is no structure of Picoschema`);
  if (structure === 'array') return { type: 'array', items: schemaOf(value) };
  if (structure === 'object') return schemaOf(value);
  if (!isJsonList(value)) throw new PicoschemaError('an enum is a list of values');
  return { enum: value };
}

/** What may be missing may be null, too. */
function nullable(schema: JsonObject): JsonObject {
  if (isJsonList(schema.enum)) return { ...schema, enum: [...schema.enum, null] };
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;
}

function atComma(text: string): [head: string, description: string | null] {
  const comma = text.indexOf(',');
  if (comma === -1) return [text.trim(), null];
  return [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}

function described(description: string | null): JsonObject {
  return description === null || description === '' ? {} : { description };
}
