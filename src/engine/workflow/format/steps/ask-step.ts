import type { AskStep } from '../../workflow.js';
import { optional, record, required } from '../shapes/record.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { templateText } from '../values.js';
import { modelFields, modelPart } from './common.js';

export const askStep: Shape<AskStep> = mapped(
  record('an ask step', {
    ask: required(described('What a model is asked: a Jinja2 template.', templateText)),
    system: optional(described('The system message.', templateText), null),
    ...modelFields,
  }),
  (fields) => ({ kind: 'ask', ...modelPart(fields), text: fields.ask, system: fields.system }),
);
