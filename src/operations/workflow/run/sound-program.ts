import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { Deps } from '../../deps.js';
import { type GivenWorkflow, soundWorkflow, type WorkflowText, workflowText } from '../given-workflow.js';
import { loadProgram } from './load-program.js';
import type { Pins } from './run-settings.js';

/** A workflow that can run, with those that it runs. */
export interface SoundProgram extends WorkflowText {
  readonly program: WorkflowProgram;
  readonly pins: Pins['workflows'];
}

/**
 * @throws WorkflowInvalidError with all that is wrong
 * @throws NotFoundError, AmbiguousReferenceError
 */
export async function soundProgram(deps: Deps, given: GivenWorkflow): Promise<SoundProgram> {
  const text = await workflowText(deps, given);
  return { ...text, ...(await loadProgram(deps, await soundWorkflow(deps, text), null)) };
}
