import type { ExecutionProblem, ExecutionStatus, NanoDollars } from '../execution/execution.js';
import type { CallAnswer } from './optimization-call.js';

/** How the execution for a call stands. */
export interface CallOnRecord {
  readonly status: ExecutionStatus;
  readonly response: string | null;
  readonly cost: NanoDollars | null;
  /** The code of its problem; null when it has none. */
  readonly problem: ExecutionProblem['code'] | null;
}

/** What is wrong with one question or its answer, and would be so the next time. */
const ofTheCall: ReadonlySet<ExecutionProblem['code']> = new Set([
  'truncated',
  'malformed',
  'empty',
  'too-large',
  'bad-request',
  'refused',
  'schema',
  'tool-rounds',
]);

/**
 * What came of a call, by its execution. An answer that does not follow its schema is one all the same: checks judge it.
 *
 * @returns null when it is to be asked again: it is not over, or what went wrong was not its own affair, such as a key
 *   that was refused, a connection, a ceiling, or somebody who wanted an end
 */
export function answerOnRecord({ status, response, cost, problem }: CallOnRecord): CallAnswer | null {
  if (status === 'succeeded') return { text: response ?? '', cost };
  if (status !== 'failed' || problem === null || !ofTheCall.has(problem)) return null;
  return { text: problem === 'schema' ? response : null, cost };
}
