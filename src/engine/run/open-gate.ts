import type { Gate, RunStep } from './run.js';

/** A step whose result nobody has approved or turned down yet. */
export interface OpenGate extends RunStep {
  readonly gate: Gate & { readonly decision: { readonly is: 'pending' } };
}

/** The gate that a run waits at; null when it waits at none. */
export function openGate(steps: readonly RunStep[]): OpenGate | null {
  return steps.findLast(isOpenGate) ?? null;
}

/**
 * Whether a gate is still about what stands; it is not once somebody replaced that by hand.
 *
 * @param content the checksum of what stands now; null when nothing does
 */
export function isAbout({ gate }: OpenGate, content: string | null): boolean {
  return content === gate.checksum;
}

export function isOpenGate(step: RunStep): step is OpenGate {
  return step.status === 'done' && step.gate?.decision.is === 'pending';
}

/** The step that was turned down last; null when it has been done again since, or none was. */
export function rejectedStep(steps: readonly RunStep[]): RunStep | null {
  const last = steps.findLast(({ status }) => status === 'done');
  return last?.gate?.decision.is === 'rejected' ? last : null;
}

/** Tries whose process died: nobody knows how far they came. */
export function ambiguousSteps(steps: readonly RunStep[]): readonly RunStep[] {
  return steps.filter(({ status }) => status === 'started');
}
