import * as z from 'zod/mini';
import { closestName } from '../../../base/text/closest-name.js';
import type { Run } from '../../../engine/run/run.js';
import { placedSteps } from '../../../engine/workflow/run/placed-steps.js';
import { isWithin, pathInFile } from '../../../engine/workflow/run/step-path.js';
import type { Values } from '../../../engine/workflow/run/task.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import { isJsonObject } from '../../../models/spec/json-kind.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { InvalidInputError } from '../../operation.js';
import { variablesInput } from '../../prompt/rendered-prompt.js';
import { RunOverError } from './errors.js';
import { findRun } from './find-run.js';
import { correctedInputs } from './given-inputs.js';
import { programOfRun } from './program-of-run.js';
import { requireAllowed, requireModels } from './require-ready.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import { startedRun, takeFurther } from './take-further.js';
import { requireTakers, takenBy } from './taken-by.js';
import { takenByWorkers } from './taken-by-workers.js';
import type { WorkflowDeps } from './workflow-follower.js';

const input = z.object({
  /** The id, the unique beginning of it, or `latest`. */
  run: z._default(z.string(), 'latest'),
  /** Corrected inputs. */
  ...variablesInput,
  /** Steps that are done again, with all in them, by their paths. */
  again: z._default(z.readonly(z.array(z.string())), []),
  /** Another model for the steps that name none. */
  model: z.optional(z.string()),
  /** Another limit on what the run may cost, in US dollars. */
  maxCost: z.optional(z.number().check(z.positive())),
  /** Whether its commands may run: whoever goes on with it has to say so. */
  allowCommands: z._default(z.boolean(), false),
  ...takenBy,
});

/**
 * Goes on with a run where it stopped, whatever stopped it. With corrected inputs, steps that are given another thing
 * than before are done again, and no others. A command or a write that was ended in the middle is done again only
 * when its retries allow it, or `again` names it.
 *
 * @throws RunOverError when it was cancelled, or is completed and nothing is corrected
 * @throws WorkflowInputError, CommandsNotAllowedError before anything is done
 * @throws RunBusyError when another process is at it
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const resumeWorkflowRun = guarded(
  needs.resumeWorkflowRun,
  input,
  async (deps: WorkflowDeps, given): Promise<WorkflowRunOutput> => {
    const run = await findRun(deps, given.run);
    const { program, settings: before } = await programOfRun(deps, run);
    const inputs = await correctedInputs(deps, program.workflow, given, valuesIn(run));
    requireGoingOn(run, JSON.stringify(inputs) !== JSON.stringify(valuesIn(run)) || given.again.length > 0);
    requireKnown(program, given.again);
    await requireTakers(deps, given);
    if (given.by === 'here') requireAllowed(program, given.allowCommands);
    const settings = {
      ...before,
      model: given.model ?? before.model,
      max_cost: given.maxCost ?? before.max_cost,
    };
    if (given.by === 'workers') return takenByWorkers(deps, { ...run, settings, inputs }, program, given);
    const started = startedRun(run, program.workflow.name, settings);
    await requireModels(deps, program, started);
    return takeFurther(deps, { ...run, settings, inputs }, program, started, { inputs, again: given.again });
  },
);

function valuesIn({ inputs }: Run): Values {
  return isJsonObject(inputs) ? inputs : {};
}

function requireGoingOn({ id, status, cancelledAt }: Run, isCorrected: boolean): void {
  if (cancelledAt !== null) {
    throw new RunOverError(`The run ${id} was cancelled, and does not go on.`, {
      hint: 'Begin another one.',
    });
  }
  if (status === 'completed' && !isCorrected) {
    throw new RunOverError(`The run ${id} is completed.`, {
      hint: 'To have a part of it done again, correct an input with --set, or name a step with --again.',
    });
  }
}

/** @throws InvalidInputError for what is no step of the workflow */
function requireKnown(program: WorkflowProgram, again: readonly string[]): void {
  const paths = placedSteps(program).map(({ path }) => path);
  const unknown = again.find((named) => !paths.some((path) => isWithin(path, pathInFile(named))));
  if (unknown === undefined) return;
  const near = closestName(unknown, paths);
  throw new InvalidInputError(`The workflow has no step "${unknown}".`, {
    hint: near === undefined ? `There are: ${paths.join(', ')}.` : `Did you mean "${near}"?`,
  });
}
