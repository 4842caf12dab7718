import { isJsonList, isJsonObject, type JsonObject } from '../json-value.js';
import type { VariableDeclaration } from '../prompt-document.js';
import type { Loss } from '../prompt-format.js';
import { unkeptKeys, variableOfSchema } from './variable-of-schema.js';

export interface SchemaVariables {
  readonly variables: readonly VariableDeclaration[];
  readonly losses: readonly Loss[];
}

/** The variables that the properties of a JSON schema describe. */
export function variablesOfSchema(schema: JsonObject, defaults: JsonObject): SchemaVariables {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const required = isJsonList(schema.required) ? schema.required : [];
  const variables = Object.entries(properties).map(([name, property]) => {
    const own = isJsonObject(property) ? property : {};
    return withDefault(variableOfSchema(name, own, required.includes(name)), defaults);
  });
  const declared = new Set(Object.keys(properties));
  const undeclared = Object.keys(defaults).filter((name) => !declared.has(name));
  return {
    variables: [...variables, ...undeclared.map((name) => withDefault(optional(name), defaults))],
    losses: Object.entries(properties).flatMap(([name, property]) =>
      isJsonObject(property) ? lossesOf(name, property) : [],
    ),
  };
}

function withDefault(variable: VariableDeclaration, defaults: JsonObject): VariableDeclaration {
  const value = Object.hasOwn(defaults, variable.name) ? defaults[variable.name] : undefined;
  return value === undefined ? variable : { ...variable, default: value };
}

function optional(name: string): VariableDeclaration {
  return { name, type: 'any', description: null, required: false };
}

function lossesOf(name: string, schema: JsonObject): readonly Loss[] {
  const keys = unkeptKeys(schema);
  if (keys.length === 0) return [];
  return [
    { what: `variable ${name}: ${keys.join(', ')}`, reason: 'a variable has a type and nothing inside it' },
  ];
}
