import type { Step, Workflow } from '../workflow.js';
import { input } from './input.js';
import { memberName } from './names.js';
import { parameters } from './parameters.js';
import { workflowName } from './references.js';
import { mapping } from './shapes/collections.js';
import { optional, record, requiredOr } from './shapes/record.js';
import { plainText } from './shapes/scalars.js';
import { described, mapped, type Shape } from './shapes/shape.js';
import { stepList } from './steps/step.js';
import { anyValue, templateText } from './values.js';

const NO_STEPS: readonly Step[] = [];

/** The whole file. */
export const workflowShape: Shape<Workflow> = mapped(
  record('a workflow', {
    name: requiredOr(described('The name of the workflow in the library.', workflowName), ''),
    description: optional(described('What it is for, for people.', plainText), null),
    inputs: optional(described('What has to be given to a run, by name.', mapping(memberName, input)), []),
    model: optional(described('The model of the steps that name none: provider:model.', templateText), null),
    parameters: optional(described('How models answer, where a step says nothing else.', parameters), {}),
    steps: requiredOr(described('What is done, in order.', stepList), NO_STEPS),
    outputs: optional(described('What comes of it, by name.', mapping(memberName, anyValue)), []),
  }),
  ({ inputs, ...fields }) => ({
    ...fields,
    inputs: inputs.map(({ name, nameSpan, value }) => ({ name, nameSpan, ...value })),
  }),
);
