import type { AttemptId, SessionId } from '../../base/ids.js';
import type { ImplementationReport } from '../../sections/report/index.js';
import type { Evidence } from './evidence.js';
import type { PlanningResult } from './planning-result.js';
import type { TemplateSource } from './prompt-template.js';
import type { Step } from './step.js';

/**
 * One try at one step. An attempt is written before anything is made of it and never changes afterwards,
 * except once, from `received` to what became of it.
 * - `issued`: a prompt was given out
 * - `received`: an answer came in and nothing has been made of it yet (or the process died)
 * - `accepted`, `incomplete`: the answer moved the session
 * - `rejected`: the answer was kept, and moved nothing; `problem` says why
 */
export type AttemptOutcome = 'issued' | 'received' | 'accepted' | 'incomplete' | 'rejected';

/**
 * How a text came in. `kept` is an answer of an earlier attempt, read again; `model` and `agent` are answers
 * of executions.
 */
export type InputMethod =
  | 'argument'
  | 'file'
  | 'stdin'
  | 'paste'
  | 'edit'
  | 'typed'
  | 'library'
  | 'kept'
  | 'model'
  | 'agent';

/** How an answer came in, and from where. */
export interface InputSource {
  readonly method: InputMethod;
  /** The file's name, the attempt that was read again, or the execution that answered. */
  readonly name: string | null;
}

/** Why an answer was not taken. */
export interface AttemptProblem {
  readonly code: string;
  readonly message: string;
}

/** An attempt without its long texts, as lists show it. */
export interface Attempt {
  readonly id: AttemptId;
  readonly sessionId: SessionId;
  readonly step: Step;
  /** The part of the implementation that it is for, from 1; null when it is for the whole. */
  readonly part: number | null;
  /** 1 for the first attempt at this step of this session. */
  readonly number: number;
  readonly outcome: AttemptOutcome;
  readonly input: InputSource | null;
  /** SHA-256 of the answer's bytes, or of the prompt's text, in hexadecimal. */
  readonly checksum: string;
  /** Size of the answer or prompt in bytes. */
  readonly size: number;
  readonly forced: boolean;
  /** The attempt whose sections this answer was joined to. */
  readonly appendedTo: AttemptId | null;
  readonly problem: AttemptProblem | null;
  /** The name and version of the template that a prompt was rendered from. */
  readonly template: string | null;
  /** Where that template was found; null for answers, and for prompts from before there were any others. */
  readonly source: TemplateSource | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** A prompt message as it is given to a model. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/** What reading an answer brought forth. */
export type AnswerResult =
  | ({ readonly kind: 'planning' } & PlanningResult)
  | { readonly kind: 'analysis' }
  | {
      readonly kind: 'implementation';
      readonly report: ImplementationReport;
      /** What was found in the codebase; left out where nobody looked. */
      readonly evidence?: Evidence;
    };
