import type { Json } from '../../../models/spec/model-request.js';
import { placedSteps } from '../run/placed-steps.js';
import type { StepPath } from '../run/step-path.js';
import type { WorkflowProgram } from '../run/walking.js';
import type { Step, StepKind } from '../workflow.js';
import { exampleFor } from './schema-example.js';

/** The kinds of steps that a stub may stand for. */
const STUBBED: ReadonlySet<StepKind> = new Set(['prompt', 'ask', 'run', 'read', 'gate']);

/** The paths that stubs may have. */
export function stubPaths(program: WorkflowProgram): readonly StepPath[] {
  return placedSteps(program).flatMap(({ path, step }) => (STUBBED.has(step.kind) ? [path] : []));
}

/** Stubs to begin with, one for each step that needs one: of its kind, and by its schema. */
export function stubTemplate(program: WorkflowProgram): Readonly<Record<StepPath, Json>> {
  return Object.fromEntries(
    placedSteps(program).flatMap(({ path, step }) => {
      const stub = stubFor(step, path);
      return stub === undefined ? [] : [[path, stub]];
    }),
  );
}

function stubFor(step: Step, path: StepPath): Json | undefined {
  switch (step.kind) {
    case 'prompt':
    case 'ask':
      return step.schema === null ? `The answer of ${path}.` : exampleFor(step.schema.value);
    case 'run':
      return { stdout: `What ${path} prints.\n`, stderr: '', exit_code: 0 };
    default:
      return undefined;
  }
}
