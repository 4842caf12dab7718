import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json-value.js';
import { isVariableType, type VariableDeclaration, type VariableType } from '../prompt-document.js';

/** The keys of a schema that a declaration has a place for. */
const KEPT = new Set(['type', 'description', 'default', 'enum']);

/**
 * The variable that a JSON schema describes. Of a list or a mapping only that it is one is kept.
 *
 * @param required whether the schema around it asks for it
 */
export function variableOfSchema(name: string, schema: JsonObject, required: boolean): VariableDeclaration {
  const { description, default: fallback, enum: choices } = ownEntries(schema);
  const values = isJsonList(choices) ? choices.filter((choice) => choice !== null) : undefined;
  return {
    name,
    type: typeOf(schema, values),
    description: typeof description === 'string' ? description : null,
    ...(fallback === undefined ? {} : { default: fallback }),
    required,
    ...(values === undefined ? {} : { choices: values }),
  };
}

/** What a schema says that {@link variableOfSchema} leaves out. */
export function unkeptKeys(schema: JsonObject): readonly string[] {
  return Object.keys(schema).filter((key) => !KEPT.has(key) && !isClosing(key, schema));
}

/** The schema of a variable, from which it is read back. */
export function schemaOfVariable(variable: VariableDeclaration): JsonObject {
  return {
    ...(variable.type === 'any' ? {} : { type: variable.type }),
    ...(variable.description === null ? {} : { description: variable.description }),
    ...(variable.default === undefined ? {} : { default: variable.default }),
    ...(variable.choices === undefined ? {} : { enum: variable.choices }),
  };
}

/** The type that a value has, where nothing else tells. */
export function typeOfValue(value: JsonValue): VariableType {
  if (value === null) return 'any';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'object') return isJsonList(value) ? 'array' : 'object';
  return typeof value === 'string' ? 'string' : 'boolean';
}

/** A schema may say several types; null among them only says that it may be missing. */
function typeOf(schema: JsonObject, choices: readonly JsonValue[] | undefined): VariableType {
  const { type } = ownEntries(schema);
  const [only, ...others] = isJsonList(type) ? type.filter((one) => one !== 'null') : [type];
  if (typeof only === 'string' && others.length === 0) return isVariableType(only) ? only : 'any';
  if (only !== undefined || choices === undefined) return 'any';
  const [first, ...more] = new Set(choices.map(typeOfValue));
  return first !== undefined && more.length === 0 ? first : 'any';
}

/** That nothing else may stand in a mapping is no loss: it is what a short form says by itself. */
function isClosing(key: string, schema: JsonObject): boolean {
  return key === 'additionalProperties' && !isJsonObject(schema[key]);
}

function ownEntries(schema: JsonObject): Readonly<Record<string, JsonValue | undefined>> {
  return Object.assign(Object.create(null), schema);
}
