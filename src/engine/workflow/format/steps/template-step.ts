import { isYamlText } from '../../../../base/yaml/yaml-tree.js';
import type { TemplateContent, TemplateStep } from '../../workflow.js';
import { optional, record, required } from '../shapes/record.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { givenValues, templateText } from '../values.js';
import { namedFields, namedPart, promptPlace } from './common.js';

const promptUse = record('a prompt', {
  prompt: required(promptPlace),
  with: optional(givenValues, []),
});

const content: Shape<TemplateContent> = {
  schema: { anyOf: [templateText.schema, promptUse.schema] },
  read(node, label, reading) {
    if (node.kind !== 'mapping' && !isYamlText(node))
      return reading.refuse(node.span, `${label} is to be a text, or a mapping with "prompt".`);
    if (node.kind === 'mapping') {
      const use = promptUse.read(node, label, reading);
      return use && { from: 'prompt', prompt: { ...use.prompt, with: use.with } };
    }
    const text = templateText.read(node, label, reading);
    return text && { from: 'text', text };
  },
};

export const templateStep: Shape<TemplateStep> = mapped(
  record('a template step', {
    template: required(
      described('A text, or a prompt of the library, to be rendered without a model.', content),
    ),
    ...namedFields,
  }),
  (fields) => ({ kind: 'template', ...namedPart(fields), content: fields.template }),
);
