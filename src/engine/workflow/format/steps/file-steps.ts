import type { ReadStep, WriteStep } from '../../workflow.js';
import { record, required } from '../shapes/record.js';
import { text } from '../shapes/scalars.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { templateText } from '../values.js';
import { fallibleFields, falliblePart } from './common.js';

export const readStep: Shape<ReadStep> = mapped(
  record('a read step', {
    read: required(described('The path of a text file inside the root.', templateText)),
    ...fallibleFields(0),
  }),
  (fields) => ({ kind: 'read', ...falliblePart(fields), path: fields.read }),
);

export const writeStep: Shape<WriteStep> = mapped(
  record('a write step', {
    write: required(described('The path of a file inside the root.', templateText)),
    text: required(described('What the file shall hold: a Jinja2 template.', text)),
    ...fallibleFields(0),
  }),
  (fields) => ({ kind: 'write', ...falliblePart(fields), path: fields.write, text: fields.text }),
);
