import { allSteps } from '../../../engine/workflow/check/steps-in.js';
import { parseWorkflow } from '../../../engine/workflow/parse-workflow.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { Workflow, WorkflowReference } from '../../../engine/workflow/workflow.js';
import { workflowReferenceText } from '../../../engine/workflow/workflow-name.js';
import { reading } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { findWorkflow } from '../find-workflow.js';
import type { Pins } from './run-settings.js';

/** A workflow with all that it runs, in the versions that a run keeps to. */
export interface LoadedProgram {
  readonly program: WorkflowProgram;
  readonly pins: Pins['workflows'];
}

/**
 * Loads the workflows that a workflow runs: those that a run keeps to, or those that are meant now.
 *
 * @param pinned null before a run is begun
 */
export async function loadProgram(
  given: Deps,
  workflow: Workflow,
  pinned: Pins['workflows'] | null,
): Promise<LoadedProgram> {
  const deps = reading(given);
  const loaded = new Map<string, Workflow>();
  const pins: Pins['workflows'] = {};
  const due = [...references(workflow)];
  for (let reference = due.pop(); reference !== undefined; reference = due.pop()) {
    const text = workflowReferenceText(reference);
    if (loaded.has(text)) continue;
    const pin = pinned?.[text] ?? (await newestPin(deps, text));
    const inner = await parseWorkflow(await sourceOf(deps, pin), text, null);
    loaded.set(text, inner);
    pins[text] = pin;
    due.push(...references(inner));
  }
  return { program: { workflow, subworkflow: (reference) => required(loaded, reference) }, pins };
}

function references({ steps }: Workflow): readonly WorkflowReference[] {
  return allSteps(steps).flatMap((step) => (step.kind === 'workflow' ? [step.workflow] : []));
}

type Pin = Pins['workflows'][string];

async function newestPin(deps: Deps, reference: string): Promise<Pin> {
  const { workflow, version } = await findWorkflow(deps, reference);
  return { id: workflow.id, version: version.number };
}

async function sourceOf(deps: Deps, { id, version }: Pin): Promise<string> {
  const found = await executionsOf(deps).workflows.version(id, version);
  if (found === undefined) throw new Error(`version ${version} of the workflow ${id} is gone`);
  return found.source;
}

function required(loaded: ReadonlyMap<string, Workflow>, reference: WorkflowReference): Workflow {
  const text = workflowReferenceText(reference);
  const found = loaded.get(text);
  if (found === undefined) throw new Error(`the workflow ${text} was not loaded`);
  return found;
}
