import { inOrderOfFile, type WorkflowFault } from '../fault.js';
import { FaultList } from '../fault-list.js';
import type { WorkflowReading } from '../format/read-workflow.js';
import { checkNames } from './check-names.js';
import { checkPrompts } from './check-prompts.js';
import { checkSchemas } from './check-schemas.js';
import { checkSubworkflows } from './check-subworkflows.js';
import { checkTexts } from './check-texts.js';
import type { WorkflowLibrary } from './workflow-library.js';

/**
 * All that is wrong with a workflow, in the order of its file: its form, its names and texts, and what it refers to.
 *
 * @param library null when there is none at hand: what is outside of the file is not looked at then
 */
export async function checkWorkflow(
  { source, workflow, lost, faults: ofForm }: WorkflowReading,
  library: WorkflowLibrary | null,
): Promise<readonly WorkflowFault[]> {
  if (workflow === null) return ofForm;
  const faults = new FaultList(source);
  checkNames(workflow.steps, lost, faults);
  checkTexts(workflow, lost, faults);
  await checkSchemas(workflow.steps, faults);
  if (library !== null) {
    await checkPrompts(workflow.steps, library, faults);
    await checkSubworkflows(workflow, library, faults);
  }
  return inOrderOfFile([...ofForm, ...faults.found]);
}
