import { PromptRunnerError } from '../../../base/errors.js';
import { LIBRARY_NAME } from '../../../prompts/library-name.js';
import { type PromptReference, parsePromptReference } from '../../../prompts/prompt-reference.js';
import type { WorkflowReference } from '../workflow.js';
import { parseWorkflowName, parseWorkflowReference } from '../workflow-name.js';
import { text } from './shapes/scalars.js';
import { mapped, type Shape, withSchema } from './shapes/shape.js';

export const workflowName: Shape<string> = parsed(parseWorkflowName, `^${LIBRARY_NAME}$`);

/** `name`, `name@7` or `name@production`. */
export const promptReference: Shape<PromptReference> = parsed(
  parsePromptReference,
  `^${LIBRARY_NAME}(?:@[a-z0-9][a-z0-9._-]*)?$`,
);

/** `name` or `name@7`. */
export const workflowReference: Shape<WorkflowReference> = parsed(
  parseWorkflowReference,
  `^${LIBRARY_NAME}(?:@(?:latest|[0-9]+))?$`,
);

/** A text that a function reads, or refuses by throwing. */
function parsed<T>(parse: (text: string) => T, pattern: string): Shape<T> {
  const shape = mapped(text, ({ value }, node, _, reading) => {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof PromptRunnerError)) throw error;
      return reading.refuse(node.span, error.message, error.remedy.hint ?? null);
    }
  });
  return withSchema({ type: 'string', pattern }, shape);
}
