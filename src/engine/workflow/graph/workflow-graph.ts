import { referenceText } from '../../../prompts/prompt-reference.js';
import { valuesOfStep } from '../check/values-of-step.js';
import { analyseText, textsIn } from '../expressions/analyse-text.js';
import type { Step, StepKind, TemplateValue, Workflow } from '../workflow.js';
import { workflowReferenceText } from '../workflow-name.js';

/** A workflow as it is drawn: names alone, in letters that take one cell each. */
export interface WorkflowGraph {
  readonly name: string;
  /** `topic`, or `depth?` where it need not be given. */
  readonly inputs: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly outputs: readonly GraphOutput[];
}

export interface GraphOutput {
  readonly name: string;
  readonly uses: readonly string[];
}

/** One step. */
export interface GraphNode {
  readonly name: string;
  readonly kind: StepKind;
  /** What it does, with whom or what: `prompt review@7`, `run git`. */
  readonly title: string;
  /** What its texts refer to: `inputs.topic`, `steps.draft`, `gates.check`, `item`. */
  readonly uses: readonly string[];
  /** What its condition refers to; null when it has none. */
  readonly when: readonly string[] | null;
  readonly branches: readonly GraphBranch[];
  /** The step that a gate goes back to when it is turned down. */
  readonly goesBackTo: string | null;
}

/** A list of steps inside a step. */
export interface GraphBranch {
  /** `then`, `else`; null when there is only one. */
  readonly label: string | null;
  readonly nodes: readonly GraphNode[];
}

/** @param workflow with nothing wrong in it */
export function workflowGraph({ name, inputs, steps, outputs }: Workflow): WorkflowGraph {
  return {
    name,
    inputs: inputs.map((input) => (input.default === undefined ? input.name : `${input.name}?`)),
    nodes: steps.map(nodeOf),
    outputs: outputs.map((output) => ({ name: output.name, uses: usesOf([output.value]) })),
  };
}

function nodeOf(step: Step): GraphNode {
  return {
    name: step.name,
    kind: step.kind,
    title: titleOf(step),
    uses: usesOf(valuesOfStep(step)),
    when: step.when && usesOf([step.when]),
    branches: branchesOf(step),
    goesBackTo: step.kind === 'gate' && step.onReject.is === 'redo' ? step.onReject.step : null,
  };
}

function branchesOf(step: Step): readonly GraphBranch[] {
  if (step.kind === 'for_each') return [{ label: null, nodes: step.steps.map(nodeOf) }];
  if (step.kind !== 'if') return [];
  const branches = [
    { label: 'then', nodes: step.then.map(nodeOf) },
    { label: 'else', nodes: step.else.map(nodeOf) },
  ];
  return branches.filter(({ nodes }) => nodes.length > 0);
}

function titleOf(step: Step): string {
  switch (step.kind) {
    case 'prompt':
      return `prompt ${referenceText(step.prompt.reference)}`;
    case 'template':
      return step.content.from === 'prompt'
        ? `template ${referenceText(step.content.prompt.reference)}`
        : 'template';
    case 'workflow':
      return `workflow ${workflowReferenceText(step.workflow)}`;
    case 'run':
      return ['run', programOf(step.command[0]?.value)].join(' ').trim();
    case 'for_each':
      return step.concurrency === 1
        ? `for each ${step.as}`
        : `for each ${step.as}, ${step.concurrency} at a time`;
    default:
      return step.kind;
  }
}

/** A program whose name is in simple letters, and no template. */
function programOf(word = ''): string {
  return /^[\w./+-]+$/.test(word) ? word : '';
}

function usesOf(values: readonly TemplateValue[]): readonly string[] {
  const references = values.flatMap(textsIn).flatMap((text) => analyseText(text).references);
  return [...new Set(references.map(({ name, keys: [first] }) => shown(name, first)))];
}

function shown(name: string, first: string | null | undefined): string {
  const isRoot = name === 'inputs' || name === 'steps' || name === 'gates';
  return isRoot && typeof first === 'string' ? `${name}.${first}` : name;
}
