import { yamlJson } from '../../../base/yaml/yaml-json.js';
import type { YamlTree } from '../../../base/yaml/yaml-tree.js';
import type { Json } from '../../../models/spec/model-request.js';
import { inputValue } from '../inputs/input-value.js';
import { inputTypes, type ValueType, type WorkflowInput } from '../workflow.js';
import { list } from './shapes/collections.js';
import { Definition } from './shapes/definition.js';
import type { Reading } from './shapes/reading.js';
import { optional, type RecordOf, record, required } from './shapes/record.js';
import { oneOf, plainText } from './shapes/scalars.js';
import { described, mapped, type Shape } from './shapes/shape.js';
import { anyValue } from './values.js';

const typeFields = {
  type: required(
    described('What it is; a file is given as a path, and its value is the text in it.', oneOf(inputTypes)),
  ),
  enum: optional(described('The values to choose from.', list(anyValue, 1)), null),
};

/** What the entries of a list have to be, which may be lists again. */
export const entryType: Definition<ValueType> = new Definition('value_type', () =>
  mapped(record('a type', { ...typeFields, items: optional(entryType, null) }), valueType),
);

const inputRecord = record('an input', {
  ...typeFields,
  items: optional(described('What each entry of a list has to be.', entryType), null),
  description: optional(described('What it is for, for people.', plainText), null),
  default: optional(described('The value when none is given; of a file, its path.', anyValue), null),
});

/** What a workflow says of an input. */
export const input: Shape<Omit<WorkflowInput, 'name' | 'nameSpan'>> = mapped(
  inputRecord,
  (fields, node, label, reading) => ({
    ...valueType(fields, node, label, reading),
    description: fields.description,
    default: fields.default === null ? undefined : defaultOf(fields, fields.default, reading),
  }),
);

type TypeFields = Pick<RecordOf<typeof typeFields>, 'type' | 'enum'> & { readonly items: ValueType | null };

function valueType(fields: TypeFields, node: YamlTree, label: string, reading: Reading): ValueType {
  if (fields.items !== null && fields.type !== 'array')
    reading.refuse(node.span, `${label} has "items", and its type is not array.`);
  for (const choice of fields.enum ?? [])
    requireFit(choice, { ...fields, choices: null }, 'This entry of "enum"', reading);
  return { type: fields.type, items: fields.items, choices: choicesOf(fields) };
}

function defaultOf(fields: TypeFields, node: YamlTree, reading: Reading): Json {
  requireFit(node, { ...fields, choices: choicesOf(fields) }, '"default"', reading);
  return yamlJson(node);
}

function choicesOf({ enum: choices }: TypeFields): readonly Json[] | null {
  return choices?.map(yamlJson) ?? null;
}

function requireFit(node: YamlTree, type: ValueType, subject: string, reading: Reading): void {
  const typed = inputValue(type, { from: 'data', value: yamlJson(node) });
  if (!typed.fits) reading.refuse(node.span, `${subject} ${typed.problem}.`, typed.hint ?? null);
}
