import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json-value.js';
import type { VariableDeclaration, VariableType } from '../prompt-document.js';
import type { Loss } from '../prompt-format.js';
import { typeOfValue } from '../schema/variable-of-schema.js';

/** A property of Prompty with its name. */
export interface NamedProperty {
  readonly name: string;
  readonly property: JsonObject;
}

/** What a prompt here cannot be given. */
const RICH_KINDS = new Set(['thread', 'image', 'file', 'audio']);

/** The keys that a declaration has a place for; `type` is version 1's word for `kind`. */
const KEPT = new Set(['name', 'kind', 'type', 'description', 'required', 'default', 'enumValues', 'enum']);

/** The properties of a list, or of a mapping whose plain values are defaults. */
export function namedProperties(value: JsonValue): readonly NamedProperty[] {
  if (isJsonList(value))
    return value.filter(isJsonObject).map((property) => ({ name: textOf(property, 'name') ?? '', property }));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, property]) => ({ name, property: expanded(property) }));
}

export interface ReadProperty {
  /** Null where it is something that a template does not print. */
  readonly variable: VariableDeclaration | null;
  readonly losses: readonly Loss[];
}

export function readProperty({ name, property }: NamedProperty): ReadProperty {
  const kind = textOf(property, 'kind') ?? textOf(property, 'type');
  if (kind !== null && RICH_KINDS.has(kind))
    return {
      variable: null,
      losses: [{ what: `input ${name}`, reason: `a prompt here is given no ${kind}` }],
    };
  const fallback = ownValue(property, 'default');
  const choices = ownValue(property, 'enumValues') ?? ownValue(property, 'enum');
  const unkept = Object.keys(property).filter((key) => !KEPT.has(key));
  return {
    variable: {
      name,
      type: typeOf(kind, fallback),
      description: textOf(property, 'description'),
      ...(fallback === undefined ? {} : { default: fallback }),
      required: ownValue(property, 'required') === true,
      ...(isJsonList(choices) ? { choices } : {}),
    },
    losses: unkept.map((key) => ({
      what: `input ${name}: ${key}`,
      reason: 'a variable here has no such thing',
    })),
  };
}

export function propertyOf(variable: VariableDeclaration): JsonObject {
  return {
    name: variable.name,
    ...(variable.type === 'any' ? {} : { kind: kindOf(variable.type) }),
    ...(variable.description === null ? {} : { description: variable.description }),
    ...(variable.required ? { required: true } : {}),
    ...(variable.default === undefined ? {} : { default: variable.default }),
    ...(variable.choices === undefined ? {} : { enumValues: variable.choices }),
  };
}

/** The word of Prompty for a type. */
export function kindOf(type: string): string {
  return type === 'number' ? 'float' : type;
}

const TYPES: ReadonlyMap<string, VariableType> = new Map([
  ['string', 'string'],
  ['integer', 'integer'],
  ['float', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['array', 'array'],
  ['list', 'array'],
  ['object', 'object'],
]);

export function typeOfKind(kind: string): VariableType {
  return TYPES.get(kind) ?? 'any';
}

function typeOf(kind: string | null, fallback: JsonValue | undefined): VariableType {
  if (kind !== null) return typeOfKind(kind);
  return fallback === undefined ? 'any' : typeOfValue(fallback);
}

/** A plain value in a mapping of properties is the default of one. */
function expanded(value: JsonValue): JsonObject {
  if (!isJsonObject(value)) return { default: value };
  const isProperty = Object.keys(value).some((key) => KEPT.has(key) || key === 'sample');
  return isProperty || Object.keys(value).length === 0 ? value : { kind: 'object', default: value };
}

function ownValue(mapping: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

function textOf(mapping: JsonObject, key: string): string | null {
  const value = ownValue(mapping, key);
  return typeof value === 'string' ? value : null;
}
