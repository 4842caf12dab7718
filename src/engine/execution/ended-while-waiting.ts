import { ModelCallError } from '../../models/spec/model-fault.js';

const nothingKnown = { status: null, retryAfterMs: null, requestId: null, partial: null };

/**
 * Somebody gave up between two calls.
 *
 * @param forWhat what was waited for, behind "it waited"
 * @param before what went wrong with the call before; null when it went well
 */
export function endedWhileWaiting(forWhat: string, before: ModelCallError | null): ModelCallError {
  const why = before === null ? '' : ` ${before.message}`;
  return new ModelCallError(
    `It was ended while it waited ${forWhat}.${why}`,
    { ...(before?.details ?? nothingKnown), fault: 'aborted' },
    before?.remedy,
  );
}
