import type { FaultList } from '../fault-list.js';
import { inputValue } from '../inputs/input-value.js';
import type { Step, SubworkflowStep, Workflow, WorkflowInput, WorkflowReference } from '../workflow.js';
import { workflowReferenceText } from '../workflow-name.js';
import { checkGiven, type Taker } from './check-given.js';
import { missingHint } from './missing-hint.js';
import { allSteps } from './steps-in.js';
import type { WorkflowLibrary } from './workflow-library.js';

/** How deep workflows may run each other. */
export const DEEPEST_WORKFLOWS = 8;

type Workflows = Pick<WorkflowLibrary, 'workflow'>;

/** Tells of workflows that are not in the library, lack inputs, run each other in a circle or too deeply. */
export async function checkSubworkflows(
  workflow: Workflow,
  library: Workflows,
  faults: FaultList,
): Promise<void> {
  const nesting = new Nesting(library, workflow.name);
  for (const step of subworkflows(workflow.steps)) {
    const problem = await nesting.problemOf(step.workflow);
    if (problem === null) await checkInputs(step, library, faults);
    else faults.add(step.span.start, problem);
  }
}

async function checkInputs(step: SubworkflowStep, library: Workflows, faults: FaultList): Promise<void> {
  const { workflow: reference, with: given, span } = step;
  const found = await library.workflow(reference);
  const text = workflowReferenceText(reference);
  if (found.is === 'missing') {
    const hint = missingHint(found, reference.name, 'workflow');
    faults.add(span.start, `There is no workflow "${text}".`, hint);
    return;
  }
  const place = { what: `The workflow "${text}"`, noun: 'input', offset: span.start };
  checkGiven(place, found.workflow.inputs.map(takerOf), given, faults);
}

function subworkflows(steps: readonly Step[]): readonly SubworkflowStep[] {
  return allSteps(steps).filter((step) => step.kind === 'workflow');
}

/** A way from one workflow to others that no run could go. */
class CircleError extends Error {}

/** How workflows run each other, from one of them. */
class Nesting {
  readonly #library: Workflows;
  readonly #root: string;
  readonly #heights = new Map<string, number>();

  constructor(library: Workflows, root: string) {
    this.#library = library;
    this.#root = root;
  }

  /** Why the root cannot run a workflow; null when it can. */
  async problemOf(reference: WorkflowReference): Promise<string | null> {
    try {
      const height = await this.#height(reference, [this.#root]);
      if (height <= DEEPEST_WORKFLOWS) return null;
      return `From here, workflows run each other ${height} deep; ${DEEPEST_WORKFLOWS} is the most.`;
    } catch (error) {
      if (error instanceof CircleError) return error.message;
      throw error;
    }
  }

  /** How many workflows run inside each other from this one on. */
  async #height(reference: WorkflowReference, path: readonly string[]): Promise<number> {
    // The newest version of the workflow that is being checked is the one being checked.
    const isRoot = reference.version === null && reference.name === this.#root;
    const found = isRoot ? null : await this.#library.workflow(reference);
    if (found?.is === 'missing') return 1;
    const name = found === null ? this.#root : `${reference.name}@${found.version}`;
    if (found === null || path.includes(name)) throw new CircleError(circle([...path, name]));
    const known = this.#heights.get(name);
    if (known !== undefined) return known;
    let inside = 0;
    for (const step of subworkflows(found.workflow.steps))
      inside = Math.max(inside, await this.#height(step.workflow, [...path, name]));
    this.#heights.set(name, inside + 1);
    return inside + 1;
  }
}

function circle(path: readonly string[]): string {
  return `Workflows run each other in a circle: ${path.join(' > ')}.`;
}

function takerOf(input: WorkflowInput): Taker {
  return {
    name: input.name,
    isRequired: input.default === undefined,
    fits: (value) => inputValue(input, { from: 'data', value }),
  };
}
