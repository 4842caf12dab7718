import type { Step, Workflow } from '../workflow.js';
import { type StepPath, stepPath } from './step-path.js';
import type { WorkflowProgram } from './walking.js';

/** A step of a workflow, or of one that it runs, by the path that it has in the file. */
export interface PlacedStep {
  readonly path: StepPath;
  readonly step: Step;
}

/** All steps of a workflow and of those that it runs, in the order of the files. */
export function placedSteps(program: WorkflowProgram): readonly PlacedStep[] {
  const within = (workflow: Workflow, around: StepPath): readonly PlacedStep[] =>
    inList(workflow.steps, around);
  const inList = (steps: readonly Step[], around: StepPath): readonly PlacedStep[] =>
    steps.flatMap((step) => {
      const path = stepPath(around, step.name);
      return [{ path, step }, ...inside(step, path)];
    });
  const inside = (step: Step, path: StepPath): readonly PlacedStep[] => {
    switch (step.kind) {
      case 'for_each':
        return inList(step.steps, path);
      case 'if':
        return [...inList(step.then, stepPath(path, 'then')), ...inList(step.else, stepPath(path, 'else'))];
      case 'workflow':
        return within(program.subworkflow(step.workflow), path);
      default:
        return [];
    }
  };
  return within(program.workflow, '');
}
