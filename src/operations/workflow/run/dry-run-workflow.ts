import * as z from 'zod/mini';
import { sleep } from '../../../base/sleep.js';
import { promptText } from '../../../base/text/prompt-text.js';
import { type DryRunPorts, dryRun } from '../../../engine/workflow/dry-run/dry-run.js';
import { stubPaths } from '../../../engine/workflow/dry-run/stub-template.js';
import { Stubs } from '../../../engine/workflow/dry-run/stubs.js';
import { placedSteps } from '../../../engine/workflow/run/placed-steps.js';
import { pathInFile } from '../../../engine/workflow/run/step-path.js';
import { referenceText } from '../../../prompts/prompt-reference.js';
import { reading } from '../../access/access.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { shownValue } from '../../execution/shown-value.js';
import { whereabouts } from '../../project/current-project.js';
import { renderedPrompt, variablesInput } from '../../prompt/rendered-prompt.js';
import { codebaseRoot } from '../../session/run/codebase-root.js';
import { givenFile } from '../../template/template-input.js';
import { givenWorkflow } from '../given-workflow.js';
import { workflowInputs } from './given-inputs.js';
import { readStubs } from './read-stubs.js';
import { RootFiles } from './root-files.js';
import type { WorkflowDryRunOutput } from './run-outputs.js';
import { soundProgram } from './sound-program.js';
import type { WorkflowDeps } from './workflow-follower.js';

const input = z.object({
  workflow: givenWorkflow,
  ...variablesInput,
  /** What models answer and commands print, in YAML or JSON: by the paths of the steps. */
  stubs: z.optional(givenFile),
});

/**
 * Tries a workflow with stubs in the place of models, commands and people: nothing is asked, run, written or put on
 * record. Prompts are rendered, and files are read.
 *
 * @throws WorkflowInvalidError, WorkflowInputError
 * @throws StubMissingError, StubMisfitError, and what a step throws
 */
export const dryRunWorkflow = guarded(
  needs.dryRunWorkflow,
  input,
  async (deps: WorkflowDeps, given): Promise<WorkflowDryRunOutput> => {
    const { name, program } = await soundProgram(deps, given.workflow);
    const inputs = await workflowInputs(deps, program.workflow, given);
    const stubs = given.stubs === undefined ? new Stubs(new Map()) : await readStubs(given.stubs);
    stubs.requireKnown(stubPaths(program));
    const { outputs, steps } = await dryRun(await harmlessPorts(deps), program, inputs, stubs, deps.follow);
    const kinds = new Map(placedSteps(program).map(({ path, step }) => [path, step.kind]));
    return {
      workflow: name,
      outputs: shownValue(outputs),
      steps: steps.map(({ key, status, result }) => ({
        path: key,
        kind: kinds.get(pathInFile(key)) ?? 'read',
        status,
        result: shownValue(result),
      })),
    };
  },
);

async function harmlessPorts(deps: Deps): Promise<DryRunPorts> {
  const { project } = await whereabouts(deps);
  const files = new RootFiles(codebaseRoot(deps, project));
  return {
    clock: deps.clock,
    sleep,
    harmless: {
      read: (path) => files.read(path),
      async render({ reference, values }) {
        const given = { assignments: [], variablesFile: undefined, values };
        const { messages } = await renderedPrompt(reading(deps), referenceText(reference), given);
        return promptText(messages);
      },
    },
  };
}
