import { checkWorkflow } from './check/check-workflow.js';
import type { WorkflowLibrary } from './check/workflow-library.js';
import { WorkflowInvalidError } from './errors.js';
import { readWorkflow } from './format/read-workflow.js';
import type { Workflow } from './workflow.js';

/**
 * The workflow that a file says, when nothing is wrong with it.
 *
 * @param name of the file, as errors show it
 * @param library what it may refer to; null leaves that unchecked
 * @throws WorkflowInvalidError with all that is wrong
 */
export async function parseWorkflow(
  text: string,
  name: string,
  library: WorkflowLibrary | null,
): Promise<Workflow> {
  const reading = await readWorkflow(text, name);
  const faults = await checkWorkflow(reading, library);
  if (reading.workflow === null || faults.length > 0) throw new WorkflowInvalidError(name, faults);
  return reading.workflow;
}
