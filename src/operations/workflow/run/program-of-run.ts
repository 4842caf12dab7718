import type { WorkflowId } from '../../../base/ids.js';
import type { Run } from '../../../engine/run/run.js';
import { parseWorkflow } from '../../../engine/workflow/parse-workflow.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { loadProgram } from './load-program.js';
import { readWorkflowRunSettings, type WorkflowRunSettings } from './run-settings.js';

/** What a run goes through, in the versions that it keeps to. */
export interface ProgramOfRun {
  readonly program: WorkflowProgram;
  readonly settings: WorkflowRunSettings;
  /** The YAML text of the workflow. */
  readonly source: string;
}

export async function programOfRun(deps: Deps, run: Run): Promise<ProgramOfRun> {
  const settings = readWorkflowRunSettings(run.settings);
  // The subject of such a run is the id of its workflow.
  const version = await executionsOf(deps).workflows.version(run.subject as WorkflowId, run.version ?? 0);
  if (version === undefined) throw new Error(`the workflow of the run ${run.id} is gone`);
  const workflow = await parseWorkflow(version.source, `version ${version.number}`, null);
  const { program } = await loadProgram(deps, workflow, settings.workflows);
  return { program, settings, source: version.source };
}
