import type { Fields } from '../fields.js';
import type { JsonObject } from '../json-value.js';
import { isVariableType, type VariableDeclaration, variableTypes } from '../prompt-document.js';
import type { Loss } from '../prompt-format.js';

export interface ReadVariables {
  readonly variables: readonly VariableDeclaration[];
  readonly losses: readonly Loss[];
}

/**
 * The variables of a list of mappings. One without `type` is a text, and one without `required` has to be
 * given when it has no default.
 */
export function readVariables(fields: Fields, key: string): ReadVariables {
  const read = fields.mappings(key).map((entry) => {
    const variable = readVariable(entry);
    return { variable, losses: entry.rest() };
  });
  return { variables: read.map(({ variable }) => variable), losses: read.flatMap(({ losses }) => losses) };
}

/** The list that {@link readVariables} reads; what it would fill in itself is left out. */
export function variablesField(variables: readonly VariableDeclaration[]): readonly JsonObject[] {
  return variables.map((variable) => ({
    name: variable.name,
    ...(variable.type === 'string' ? {} : { type: variable.type }),
    ...(variable.description === null ? {} : { description: variable.description }),
    ...(variable.default === undefined ? {} : { default: variable.default }),
    ...(variable.required === (variable.default === undefined) ? {} : { required: variable.required }),
    ...(variable.choices === undefined ? {} : { choices: variable.choices }),
  }));
}

function readVariable(entry: Fields): VariableDeclaration {
  const name = entry.text('name');
  if (name === null) throw entry.fault('a variable has no `name`');
  const type = entry.text('type') ?? 'string';
  if (!isVariableType(type)) throw entry.fault(`\`type\` is none of ${variableTypes.join(', ')}`, 'type');
  const fallback = entry.value('default');
  return {
    name,
    type,
    description: entry.text('description'),
    ...(fallback === undefined ? {} : { default: fallback }),
    required: entry.flag('required') ?? fallback === undefined,
    ...(entry.has('choices') ? { choices: entry.list('choices') } : {}),
  };
}
