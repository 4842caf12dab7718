import type { SubworkflowStep } from '../../workflow.js';
import { workflowReference } from '../references.js';
import { optional, record, required } from '../shapes/record.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { givenValues } from '../values.js';
import { namedFields, namedPart } from './common.js';

const workflowPlace = mapped(workflowReference, (workflow, { span }) => ({ workflow, span }));

export const subworkflowStep: Shape<SubworkflowStep> = mapped(
  record('a workflow step', {
    workflow: required(described('Another workflow to run: name, name@7.', workflowPlace)),
    with: optional(described('Values for its inputs.', givenValues), []),
    ...namedFields,
  }),
  (fields) => ({ kind: 'workflow', ...namedPart(fields), ...fields.workflow, with: fields.with }),
);
