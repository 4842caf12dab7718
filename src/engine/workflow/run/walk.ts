import { inParallel } from '../../../base/in-parallel.js';
import { isJsonList } from '../../../models/spec/json-kind.js';
import type { Json } from '../../../models/spec/model-request.js';
import { evaluate, isTrue, renderText } from '../expressions/evaluate.js';
import type { ChoiceStep, EachStep, Step, SubworkflowStep, Workflow } from '../workflow.js';
import { NotAListError } from './errors.js';
import { FailedAt } from './failed-at.js';
import { passGate } from './pass-gate.js';
import { performTask } from './perform-task.js';
import { renderTask, valuesOf, type WorkingStep } from './render-task.js';
import { namesIn, outermostScope, type Scope, withEntry, withGates, withOutput } from './scope.js';
import { sendBack } from './send-back.js';
import { entryPath, type StepPath, stepPath } from './step-path.js';
import { subworkflowInputs } from './subworkflow-inputs.js';
import type { Values } from './task.js';
import type { Outcome, Walking } from './walking.js';

/** What a step comes to, for the list that it is in. */
type StepOutcome = Outcome | { readonly is: 'left-out' };

const NOTHING: Outcome = { is: 'done', output: null };

/**
 * Goes through a workflow from its beginning, however often: what is on record is taken, the rest is done. It
 * ends where a gate is open; entries of a list that do not wait for it are done before that.
 *
 * @returns the values of the workflow's outputs
 * @throws FailedAt with what a step throws
 */
export function walkWorkflow(walking: Walking, workflow: Workflow, inputs: Values): Promise<Outcome> {
  return new Walk(walking, workflow).whole(inputs, '');
}

/** The way through one workflow. */
class Walk {
  readonly #walking: Walking;
  readonly #workflow: Workflow;

  constructor(walking: Walking, workflow: Workflow) {
    this.#walking = walking;
    this.#workflow = workflow;
  }

  async whole(inputs: Values, around: StepPath): Promise<Outcome> {
    const { steps, outputs } = this.#workflow;
    const { outcome, scope } = await this.#list(steps, outermostScope(inputs), around);
    return outcome.is === 'done' ? { is: 'done', output: valuesOf(outputs, scope) } : outcome;
  }

  async #list(steps: readonly Step[], outer: Scope, around: StepPath): Promise<Walked> {
    const { record } = this.#walking;
    await sendBack(this.#walking, steps, around);
    let scope = withGates(outer, steps, around, record);
    let last: Outcome = NOTHING;
    for (const step of steps) {
      const outcome = await this.#step(step, scope, stepPath(around, step.name));
      if (outcome.is === 'waiting') return { outcome, scope };
      if (outcome.is === 'done') last = outcome;
      scope = withOutput(scope, step.name, outcome.is === 'done' ? outcome.output : null);
    }
    return { outcome: last, scope };
  }

  async #step(step: Step, scope: Scope, path: StepPath): Promise<StepOutcome> {
    try {
      if (step.when !== null && !isTrue(step.when, namesIn(scope))) {
        this.#walking.watch.onSkipped?.(path);
        return { is: 'left-out' };
      }
      return await this.#do(step, scope, path);
    } catch (error) {
      throw error instanceof FailedAt ? error : new FailedAt(path, error);
    }
  }

  async #do(step: Step, scope: Scope, path: StepPath): Promise<Outcome> {
    switch (step.kind) {
      case 'for_each':
        return this.#each(step, scope, path);
      case 'if':
        return this.#choice(step, scope, path);
      case 'workflow':
        return this.#subworkflow(step, scope, path);
      case 'gate':
        return passGate(this.#walking, path, renderText(step.content, namesIn(scope)));
      default:
        return { is: 'done', output: await this.#work(step, scope, path) };
    }
  }

  #work(step: WorkingStep, scope: Scope, path: StepPath): Promise<Json> {
    const task = renderTask(step, this.#workflow, scope);
    const tolerance = step.kind === 'template' ? { retries: 0, timeoutMs: null } : step;
    return performTask(this.#walking, path, task, tolerance);
  }

  async #choice(step: ChoiceStep, scope: Scope, path: StepPath): Promise<Outcome> {
    const branch = isTrue(step.condition, namesIn(scope)) ? 'then' : 'else';
    return (await this.#list(step[branch], scope, stepPath(path, branch))).outcome;
  }

  async #each(step: EachStep, scope: Scope, path: StepPath): Promise<Outcome> {
    const list = listIn(evaluate(step.list, namesIn(scope)));
    const walked = await inParallel(list, step.concurrency, (_entry, index) =>
      this.#list(step.steps, withEntry(scope, step.as, list, index), entryPath(path, index + 1)),
    );
    const outputs: Json[] = [];
    for (const { outcome } of walked) {
      if (outcome.is === 'waiting') return outcome;
      outputs.push(outcome.output);
    }
    return { is: 'done', output: outputs };
  }

  async #subworkflow(step: SubworkflowStep, scope: Scope, path: StepPath): Promise<Outcome> {
    const workflow = this.#walking.program.subworkflow(step.workflow);
    const inputs = await subworkflowInputs(this.#walking, path, workflow, valuesOf(step.with, scope));
    return new Walk(this.#walking, workflow).whole(inputs, path);
  }
}

/** A list of steps that was gone through, and what a step behind it would see. */
interface Walked {
  readonly outcome: Outcome;
  readonly scope: Scope;
}

function listIn(value: Json): readonly Json[] {
  if (isJsonList(value)) return value;
  throw new NotAListError(nameOf(value));
}

function nameOf(value: Json): string {
  if (value === null) return 'nothing';
  return typeof value === 'object' ? 'an object' : `a ${typeof value === 'string' ? 'text' : typeof value}`;
}
