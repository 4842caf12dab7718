import { sha256 } from './checksum.js';

declare const brand: unique symbol;

/** A public id: a letter that names the kind, then 12 random Crockford base-32 characters. */
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type SessionId = Id<'session'>;
export type ProjectId = Id<'project'>;
export type AttemptId = Id<'attempt'>;
export type PromptId = Id<'prompt'>;
export type PromptVersionId = Id<'prompt-version'>;
export type ExecutionId = Id<'execution'>;
export type RunId = Id<'run'>;
export type BatchId = Id<'batch'>;
export type WorkerId = Id<'worker'>;
export type WorkflowId = Id<'workflow'>;
export type ExperimentId = Id<'experiment'>;
export type OptimizationId = Id<'optimization'>;

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_CHARACTERS = 12;

/**
 * Ids are random rather than ordered by time: ordered ids share their beginning, which spoils the unique
 * prefixes that people type. Order by `created_at, id` instead. 60 random bits: a million ids collide with
 * a chance below one in a million.
 */
function newId(letter: string): string {
  let id = letter;
  for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_CHARACTERS)))
    id += CROCKFORD.charAt(byte % CROCKFORD.length);
  return id;
}

export const newSessionId = (): SessionId => newId('s') as SessionId;
export const newProjectId = (): ProjectId => newId('p') as ProjectId;
export const newAttemptId = (): AttemptId => newId('a') as AttemptId;
/** `t` for the text that it is: `p` is a project. */
export const newPromptId = (): PromptId => newId('t') as PromptId;
export const newPromptVersionId = (): PromptVersionId => newId('v') as PromptVersionId;
export const newExecutionId = (): ExecutionId => newId('x') as ExecutionId;
export const newRunId = (): RunId => newId('r') as RunId;
export const newBatchId = (): BatchId => newId('b') as BatchId;
/** `k`: `w` is a workflow. */
export const newWorkerId = (): WorkerId => newId('k') as WorkerId;
export const newWorkflowId = (): WorkflowId => newId('w') as WorkflowId;
export const newExperimentId = (): ExperimentId => newId('e') as ExperimentId;
export const newOptimizationId = (): OptimizationId => newId('o') as OptimizationId;

const SESSION_ID = /^s[0-9a-hjkmnp-tv-z]{12}$/;

/** Whether a text has the form of the session ids that this program gives. */
export function isSessionId(text: string): text is SessionId {
  return SESSION_ID.test(text);
}

/**
 * The session id that stands for an id of another program's making: the same one every time, so that the
 * two never have to be remembered together. An id that fits is itself.
 *
 * @example sessionIdFor('20250101_120000_abc') === 's42v9kmx25rst' // for instance
 */
export function sessionIdFor(foreign: string): SessionId {
  return isSessionId(foreign) ? foreign : (derivedId('s', foreign) as SessionId);
}

/** An attempt id that is the same every time for the same words. */
export function attemptIdFor(words: string): AttemptId {
  return derivedId('a', words) as AttemptId;
}

/** A prompt id that is the same every time for the same words. */
export function promptIdFor(words: string): PromptId {
  return derivedId('t', words) as PromptId;
}

/** The same for a version of a prompt. */
export function promptVersionIdFor(words: string): PromptVersionId {
  return derivedId('v', words) as PromptVersionId;
}

/** The same for an execution. */
export function executionIdFor(words: string): ExecutionId {
  return derivedId('x', words) as ExecutionId;
}

function derivedId(letter: string, words: string): string {
  const bytes = Buffer.from(sha256(`${letter} ${words}`), 'hex').subarray(0, RANDOM_CHARACTERS);
  return letter + Array.from(bytes, (byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('');
}
