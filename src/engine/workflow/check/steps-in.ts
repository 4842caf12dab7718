import type { Step } from '../workflow.js';

/** The lists of steps inside a step. */
export function listsIn(step: Step): readonly (readonly Step[])[] {
  if (step.kind === 'for_each') return [step.steps];
  return step.kind === 'if' ? [step.then, step.else] : [];
}

/** All steps, those inside others too, in the order of the file. */
export function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...listsIn(step).flatMap(allSteps)]);
}
