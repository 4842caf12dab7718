import * as z from 'zod/mini';
import { newRunId } from '../../../base/ids.js';
import type { Run } from '../../../engine/run/run.js';
import type { Workflow } from '../../../engine/workflow/workflow.js';
import type { Project } from '../../../store/project.js';
import { reading } from '../../access/access.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { requireRole } from '../../access/require-role.js';
import { executionsOf } from '../../execution/execution-records.js';
import { whereabouts } from '../../project/current-project.js';
import { variablesInput } from '../../prompt/rendered-prompt.js';
import { codebaseRoot } from '../../session/run/codebase-root.js';
import { givenWorkflow, type WorkflowText } from '../given-workflow.js';
import { recordWorkflow } from '../record-workflow.js';
import { WORKFLOW_KIND } from './find-run.js';
import { workflowInputs } from './given-inputs.js';
import { pinnedPrompts } from './pinned-prompts.js';
import { requireAllowed, requireModels } from './require-ready.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import type { WorkflowRunSettings } from './run-settings.js';
import { soundProgram } from './sound-program.js';
import { startedRun, takeFurther } from './take-further.js';
import { requireTakers, takenBy } from './taken-by.js';
import { takenByWorkers } from './taken-by-workers.js';
import type { WorkflowDeps } from './workflow-follower.js';

const input = z.object({
  workflow: givenWorkflow,
  ...variablesInput,
  /** The model of the steps that name none. */
  model: z.optional(z.string()),
  /** What the run may cost, in US dollars. */
  maxCost: z.optional(z.number().check(z.positive())),
  /** Whether its commands may run: whoever runs it has to say so. */
  allowCommands: z._default(z.boolean(), false),
  ...takenBy,
});

/**
 * Runs a workflow as far as it goes by itself: to its end, to a gate, or to a step that fails. A file is kept as a
 * version of its name first, so that what ran can always be seen. The run keeps to that version, and to the versions
 * that its prompts and workflows have now.
 *
 * @throws WorkflowInvalidError, WorkflowInputError, CommandsNotAllowedError before anything is begun
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError before anything is begun
 * @throws WorkersNeedServerError, EngineMissingError, EngineRightsError when workers are to take it
 * @throws NotFoundError, AmbiguousReferenceError, NotAllowedError in a workspace without the database
 */
export const runWorkflow = guarded(
  needs.runWorkflow,
  input,
  async (deps: WorkflowDeps, given): Promise<WorkflowRunOutput> => {
    executionsOf(deps);
    const { project } = await whereabouts(deps);
    await requireRole(deps, project);
    const { program, pins, ...text } = await soundProgram(reading(deps), given.workflow);
    const { workflow } = program;
    const inputs = await workflowInputs(deps, workflow, given);
    await requireTakers(deps, given);
    if (given.by === 'here') requireAllowed(program, given.allowCommands);
    const settings: WorkflowRunSettings = {
      model: given.model ?? null,
      max_cost: given.maxCost ?? null,
      root: codebaseRoot(deps, project),
      prompts: await pinnedPrompts(deps, program),
      workflows: pins,
    };
    if (given.by === 'here')
      await requireModels(deps, program, { name: text.name, project: project?.id ?? null, settings });
    const kept = await keptText(deps, text, workflow);
    const run = newRun(deps, project, kept, { settings, inputs });
    await executionsOf(deps).runs.create(run);
    if (given.by === 'workers') return takenByWorkers(deps, run, program, given);
    const started = startedRun(run, workflow.name, settings);
    return takeFurther(deps, run, program, started, { inputs, again: [] });
  },
);

interface KeptText {
  readonly id: string;
  readonly version: number;
}

async function keptText(deps: WorkflowDeps, text: WorkflowText, workflow: Workflow): Promise<KeptText> {
  if (text.kept !== null) return { id: text.kept.workflow.id, version: text.kept.version };
  const note = `Run from ${text.name}.`;
  return recordWorkflow(deps, workflow, { source: text.source, global: false, note });
}

function newRun(
  { clock, config }: WorkflowDeps,
  project: Project | null,
  { id: subject, version }: KeptText,
  { settings, inputs }: Pick<Run, 'settings' | 'inputs'>,
): Run {
  const now = clock.now();
  return {
    id: newRunId(),
    kind: WORKFLOW_KIND,
    subject,
    project: project?.id ?? null,
    version,
    settings,
    inputs,
    outputs: null,
    status: 'stopped',
    owner: null,
    problem: null,
    cancelledAt: null,
    actor: config.values.actor,
    createdAt: now,
    updatedAt: now,
  };
}
