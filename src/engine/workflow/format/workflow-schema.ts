import { entryType } from './input.js';
import type { Schema } from './shapes/shape.js';
import { stepDefinitions } from './steps/step.js';
import { workflowShape } from './workflow-shape.js';

/** The JSON schema of the format, for editors. What it cannot say, such as the order of steps, is checked besides. */
export function workflowSchema(): Schema {
  const definitions = [...stepDefinitions, entryType];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A workflow of prompt-runner',
    ...workflowShape.schema,
    $defs: Object.fromEntries(definitions.map(({ name, definition }) => [name, definition])),
  };
}
