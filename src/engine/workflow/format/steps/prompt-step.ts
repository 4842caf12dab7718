import type { PromptStep } from '../../workflow.js';
import { optional, record, required } from '../shapes/record.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { givenValues } from '../values.js';
import { modelFields, modelPart, promptPlace } from './common.js';

export const promptStep: Shape<PromptStep> = mapped(
  record('a prompt step', {
    prompt: required(
      described('A prompt of the library to ask a model with: name, name@7, name@production.', promptPlace),
    ),
    with: optional(described('Values for its variables.', givenValues), []),
    ...modelFields,
  }),
  (fields) => ({ kind: 'prompt', ...modelPart(fields), prompt: { ...fields.prompt, with: fields.with } }),
);
