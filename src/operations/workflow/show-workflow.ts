import * as z from 'zod/mini';
import { redactSecrets } from '../../base/text/secrets.js';
import { shellWord } from '../../base/text/shell-word.js';
import { type GraphNode, workflowGraph } from '../../engine/workflow/graph/workflow-graph.js';
import { parseWorkflow } from '../../engine/workflow/parse-workflow.js';
import { stepPath } from '../../engine/workflow/run/step-path.js';
import type { WorkflowInput } from '../../engine/workflow/workflow.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { shownValue } from '../execution/shown-value.js';
import { findWorkflow } from './find-workflow.js';
import { shownSource } from './given-workflow.js';
import type { WorkflowInputView, WorkflowShowOutput } from './outputs.js';
import { workflowVersionView, workflowView } from './views/workflow-view.js';

const VERSIONS_SHOWN = 20;

const input = z.object({
  /** Its name or id, with `@3` for another version than the newest. */
  workflow: z.string(),
});

/**
 * A workflow with what it takes and does, and its text.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws WorkflowInvalidError when another program has kept what is none
 */
export const showWorkflow = guarded(
  needs.showWorkflow,
  input,
  async (deps: Deps, given): Promise<WorkflowShowOutput> => {
    const { workflow, version } = await findWorkflow(deps, given.workflow);
    const versions = await executionsOf(deps).workflows.versions(workflow.id, { limit: VERSIONS_SHOWN });
    const sound = await parseWorkflow(version.source, workflow.name, null);
    const { nodes } = workflowGraph(sound);
    return {
      workflow: workflowView(workflow),
      version: workflowVersionView(version),
      versions: versions.map(workflowVersionView),
      inputs: sound.inputs.map(inputView),
      steps: nodes.flatMap((node) => stepsIn(node, '')),
      outputs: sound.outputs.map(({ name }) => name),
      source: shownSource(version.source),
      next: `prompt-runner workflow run ${shellWord(workflow.name)}`,
    };
  },
);

function inputView({ name, type, description, default: usual, choices }: WorkflowInput): WorkflowInputView {
  return {
    name,
    type,
    description: description && redactSecrets(description),
    required: usual === undefined,
    ...(usual !== undefined && { default: shownValue(usual) }),
    ...(choices !== null && { choices: choices.map(shownValue) }),
  };
}

function stepsIn({ name, title, branches }: GraphNode, around: string): WorkflowShowOutput['steps'] {
  const path = stepPath(around, name);
  const within = branches.flatMap(({ label, nodes }) =>
    nodes.flatMap((node) => stepsIn(node, label === null ? path : stepPath(path, label))),
  );
  return [{ path, does: title }, ...within];
}
