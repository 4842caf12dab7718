import type { Phase } from './phase.js';

/** The six steps of a session, in order. Half of them give a prompt, half of them take an answer. */
export const steps = ['plan', 'process', 'analyze', 'save-analysis', 'implement', 'complete'] as const;

/** The name of a step, as commands have it. */
export type Step = (typeof steps)[number];

/** A step that gives a prompt. */
export type PromptStep = 'plan' | 'analyze' | 'implement';

/** A step that takes an answer. */
export type AnswerStep = 'process' | 'save-analysis' | 'complete';

interface StepFacts {
  /** The part of the work that it belongs to. */
  readonly phase: Phase;
  /** What a person calls that which the step brings forth. */
  readonly yields: string;
}

export const stepFacts: Readonly<Record<Step, StepFacts>> = {
  plan: { phase: 'planning', yields: 'the planning prompt' },
  process: { phase: 'planning', yields: 'the answer to the planning prompt' },
  analyze: { phase: 'analysis', yields: 'the analysis prompt' },
  'save-analysis': { phase: 'analysis', yields: 'the analysis' },
  implement: { phase: 'implementation', yields: 'the implementation prompt' },
  complete: { phase: 'implementation', yields: 'the implementation report' },
};

/** The prompt that each answer answers. */
export const promptStepOf: Readonly<Record<AnswerStep, PromptStep>> = {
  process: 'plan',
  'save-analysis': 'analyze',
  complete: 'implement',
};

/** The step that an answer belongs to while a step is due: the one that ends the phase. */
export function answerStepOf(due: Step | null): AnswerStep {
  const ends = { planning: 'process', analysis: 'save-analysis', implementation: 'complete' } as const;
  return due === null ? 'complete' : ends[stepFacts[due].phase];
}

export function isAnswerStep(step: Step): step is AnswerStep {
  return step in promptStepOf;
}

export function stepsAfter(step: Step): readonly Step[] {
  return steps.slice(steps.indexOf(step) + 1);
}

export function stepsBefore(step: Step): readonly Step[] {
  return steps.slice(0, steps.indexOf(step));
}
