import type { GivenValue } from '../../../prompts/typed-value.js';
import { readInputs } from '../inputs/read-inputs.js';
import type { Workflow } from '../workflow.js';
import { performTask } from './perform-task.js';
import { inputPath, type StepPath } from './step-path.js';
import type { Values } from './task.js';
import type { Walking } from './walking.js';

const ONCE = { retries: 0, timeoutMs: null };

/**
 * What a workflow is given that runs as a step. Its files are read once, as if a step had done it, so that they
 * are the same when the run goes on later.
 *
 * @throws WorkflowInputError when it is not what the workflow needs
 */
export function subworkflowInputs(
  walking: Walking,
  path: StepPath,
  workflow: Workflow,
  given: Values,
): Promise<Values> {
  const values = Object.entries(given).map(([name, value]): [string, GivenValue] => [
    name,
    { from: 'data', value },
  ]);
  return readInputs(workflow, new Map(values), async (file) =>
    String(await performTask(walking, inputPath(path, file), { kind: 'read', path: file }, ONCE)),
  );
}
