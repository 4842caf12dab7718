import { PromptRunnerError, type Remedy } from '../../base/errors.js';
import type { ModelAnswer } from './model-answer.js';

/**
 * What went wrong with a call.
 * - `rate-limited`: 429; `overloaded`: 500 to 599; `timeout`: no answer, or none any more, in the time given
 * - `connection`: not reached, or cut off; `truncated`: the stream ended before its end
 * - `malformed`: what came is not what the provider's interface promises; `empty`: nothing came;
 *   `too-large`: more came than is taken
 * - `auth`: 401, 403; `not-found`: 404, no such model; `bad-request`: any other 4xx
 * - `refused`: the provider's filter kept the answer back
 * - `agent-failed`: the agent's process ended with an error; `agent-missing`: there is no such program
 * - `aborted`: whoever asked wanted it no more
 */
export const faultClasses = [
  'rate-limited',
  'overloaded',
  'timeout',
  'connection',
  'truncated',
  'malformed',
  'empty',
  'too-large',
  'auth',
  'not-found',
  'bad-request',
  'refused',
  'agent-failed',
  'agent-missing',
  'aborted',
] as const;
export type FaultClass = (typeof faultClasses)[number];

/** The faults that may be gone when the same is asked again. */
const passing: ReadonlySet<FaultClass> = new Set([
  'rate-limited',
  'overloaded',
  'timeout',
  'connection',
  'truncated',
  'malformed',
  'empty',
]);

/** What is known of a fault. */
export interface ModelFault {
  readonly fault: FaultClass;
  /** The status of the provider's answer; null when there was none. */
  readonly status: number | null;
  /** How long the provider asks to wait, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;
  readonly requestId: string | null;
  /** What had come by then; null when nothing had. */
  readonly partial: ModelAnswer | null;
}

/** A call to a model that brought no whole answer. Its message holds no credential. */
export class ModelCallError extends PromptRunnerError {
  readonly code = 'MODEL_CALL_FAILED';
  readonly kind: 'failed' | 'interrupted';
  readonly details: ModelFault;

  constructor(message: string, details: ModelFault, remedy: Remedy = {}, options?: ErrorOptions) {
    super(message, remedy, options);
    this.kind = details.fault === 'aborted' ? 'interrupted' : 'failed';
    this.details = details;
  }

  /** Whether it makes sense to ask again. */
  get passing(): boolean {
    return passing.has(this.details.fault);
  }
}
