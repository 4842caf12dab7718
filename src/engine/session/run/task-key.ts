import type { AnswerStep } from '../step.js';

/** A step that a run does, and the part that it is for. */
export interface TaskKey {
  readonly step: AnswerStep;
  /** From 1; null for the whole. */
  readonly part: number | null;
}

const answerSteps: readonly AnswerStep[] = ['process', 'save-analysis', 'complete'];

/** @example taskKey({ step: 'complete', part: 2 }) === 'complete/2' */
export function taskKey({ step, part }: TaskKey): string {
  return part === null ? step : `${step}/${part}`;
}

/** @example readTaskKey('complete/2') // { step: 'complete', part: 2 } */
export function readTaskKey(key: string): TaskKey {
  const [name, part] = key.split('/');
  const step = answerSteps.find((candidate) => candidate === name);
  if (step === undefined) throw new Error(`a run of a session has no step ${key}`);
  return { step, part: part === undefined ? null : Number(part) };
}
