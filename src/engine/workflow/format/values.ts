import { yamlJson } from '../../../base/yaml/yaml-json.js';
import type { YamlTree } from '../../../base/yaml/yaml-tree.js';
import type { Json } from '../../../models/spec/model-request.js';
import type { JsonSchema, NamedValue, TemplateText } from '../workflow.js';
import { variableName } from './names.js';
import { mapping } from './shapes/collections.js';
import { filledText } from './shapes/scalars.js';
import type { Shape } from './shapes/shape.js';

/** Any value at all. */
export const anyValue: Shape<YamlTree> = { schema: {}, read: (node) => node };

/** A text that is a template. */
export const templateText: Shape<TemplateText> = filledText;

/** A question that is true or false: a constant, or an expression. */
export const condition: Shape<YamlTree> = {
  schema: { type: ['boolean', 'string'], ...onlyExpressions() },
  read(node, label, reading) {
    if (node.kind === 'scalar' && (typeof node.value === 'boolean' || typeof node.value === 'string'))
      return node;
    return reading.refuse(node.span, `${label} is to be true, false, or one expression in {{ }}.`);
  },
};

/** A list, or an expression that gives one. */
export const listValue: Shape<YamlTree> = {
  schema: { type: ['array', 'string'], ...onlyExpressions() },
  read(node, label, reading) {
    if (node.kind === 'list' || (node.kind === 'scalar' && typeof node.value === 'string')) return node;
    return reading.refuse(node.span, `${label} is to be a list, or one expression in {{ }}.`);
  },
};

/** Values for the variables of a prompt, or the inputs of a workflow. */
export const givenValues: Shape<readonly NamedValue[]> = mapping(variableName, anyValue);

/** The JSON schema of an answer. */
export const jsonSchema: Shape<JsonSchema> = {
  schema: { type: 'object' },
  read(node, label, reading) {
    const value = yamlJson(node);
    if (isObject(value)) return { value, span: node.span };
    return reading.refuse(node.span, `${label} is to be a JSON schema, a mapping.`);
  },
};

/** A pattern concerns texts alone; that there is only one expression is found out by parsing it. */
function onlyExpressions() {
  return { pattern: String.raw`^\s*\{\{[\s\S]*\}\}\s*$` };
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
