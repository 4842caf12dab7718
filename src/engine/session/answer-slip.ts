import { shapeOf } from './answer-shape.js';
import type { Attempt } from './attempt.js';
import { type AnswerStep, stepFacts } from './step.js';

/** A mistake that people make when they paste, and that must not move a session. */
export interface AnswerSlip {
  readonly slip:
    | 'empty'
    | 'not-text'
    | 'own-request'
    | 'own-prompt'
    | 'earlier-answer'
    | 'other-step'
    | 'nothing-found'
    | 'answered-already';
  readonly message: string;
}

export interface AnswerCircumstances {
  readonly step: AnswerStep;
  readonly text: string;
  readonly checksum: string;
  /** What the session is about, in the words of whoever asked for it. */
  readonly featureRequest: string;
  /** The prompts that this session has given out, as text. */
  readonly prompts: readonly string[];
  readonly attempts: readonly Attempt[];
}

/** A copy from a terminal is longer than the prompt: rulers, indentation, line ends. */
const MOST_ADDED = 1.5;

/** The first slip that applies, or null. */
export function slipOf(answer: AnswerCircumstances): AnswerSlip | null {
  return (
    emptyText(answer) ??
    notText(answer) ??
    ownRequest(answer) ??
    ownPrompt(answer) ??
    earlierAnswer(answer) ??
    otherStep(answer)
  );
}

function emptyText({ text }: AnswerCircumstances): AnswerSlip | null {
  return /\S/.test(text.replace(/^\ufeff/, '')) ? null : { slip: 'empty', message: 'The answer is empty.' };
}

/** Bytes of an image or an archive, read as text, are full of these; a stray one in a paste is no matter. */
function notText({ text }: AnswerCircumstances): AnswerSlip | null {
  const looked = text.slice(0, 100_000);
  const strange = looked.match(/[\ufffd\0-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return strange > 8 && strange > looked.length / 20
    ? { slip: 'not-text', message: 'This is not text, but the bytes of something else.' }
    : null;
}

/** Lengths are compared first: an answer may be long, and is seldom the request. */
function ownRequest({ text, featureRequest }: AnswerCircumstances): AnswerSlip | null {
  if (text.length > featureRequest.length * MOST_ADDED + 1000) return null;
  const words = bareWords(text);
  return words !== '' && words === bareWords(featureRequest)
    ? { slip: 'own-request', message: 'This is the feature request, not an answer to a prompt.' }
    : null;
}

function ownPrompt({ text, prompts }: AnswerCircumstances): AnswerSlip | null {
  const candidates = prompts.filter((prompt) => text.length <= prompt.length * MOST_ADDED + 1000);
  if (candidates.length === 0) return null;
  const words = bareWords(text);
  const same = candidates.map(bareWords).some((prompt) => prompt !== '' && isMostly(words, prompt));
  return same
    ? { slip: 'own-prompt', message: 'This is the prompt that was given out, not an answer to it.' }
    : null;
}

function earlierAnswer({ step, checksum, attempts }: AnswerCircumstances): AnswerSlip | null {
  const earlier = attempts.find(
    (attempt) => attempt.step !== step && attempt.outcome === 'accepted' && attempt.checksum === checksum,
  );
  if (earlier === undefined) return null;
  return {
    slip: 'earlier-answer',
    message: `This is the answer that was given to "${earlier.step}" already, not ${stepFacts[step].yields}.`,
  };
}

function otherStep({ step, text }: AnswerCircumstances): AnswerSlip | null {
  const shape = shapeOf(text);
  if (shape === null || shape === step) return null;
  return {
    slip: 'other-step',
    message: `This reads like ${stepFacts[shape].yields}, not like ${stepFacts[step].yields}.`,
  };
}

/** Rulers, indentation and line ends differ between a prompt and its copy from a terminal; words do not. */
function bareWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether a text is another one with at most a twentieth added around it. */
function isMostly(text: string, other: string): boolean {
  return text.length <= other.length * 1.05 + 40 && text.includes(other);
}
