import type { FaultClass } from '../../models/spec/model-fault.js';
import type { ExecutionProblem } from '../execution/execution.js';
import type { ExecutionEnd } from '../execution/execution-journal.js';
import { type BatchProblem, MOST_CALLS } from './batch.js';

/** What becomes of an item when an execution of it is over. */
export interface ItemEnd {
  readonly status: 'done' | 'failed' | 'pending';
  /** The calls that were made for it so far. */
  readonly calls: number;
  readonly problem: BatchProblem | null;
}

/** What is wrong for every row alike: to ask the next one would bring the same. */
const forAll: ReadonlySet<FaultClass | ExecutionProblem['code']> = new Set([
  'auth',
  'not-found',
  'agent-missing',
  'ceiling',
]);

/** Whether a problem is the batch's, and not a row's. */
export function concernsAllRows({ code }: Pick<ExecutionProblem, 'code'>): boolean {
  return forAll.has(code);
}

/**
 * What becomes of an item: it waits for another try when it was not its own fault, as long as it has calls left.
 *
 * @param before the calls that other executions made for it
 * @param calls those of this one
 */
export function itemEndOf(
  { status, problem }: Pick<ExecutionEnd, 'status' | 'problem'>,
  { before, calls }: { readonly before: number; readonly calls: number },
): ItemEnd {
  if (status === 'succeeded' || problem === null)
    return { status: 'done', calls: before + calls, problem: null };
  if (status === 'aborted' || problem.code === 'ceiling') return triedAgain(before + calls, problem);
  // What the provider refuses to everybody takes no call of this row's.
  if (concernsAllRows(problem)) return { status: 'pending', calls: before + calls - 1, problem: null };
  return { status: 'failed', calls: before + calls, problem };
}

const INTERRUPTED: BatchProblem = {
  code: 'interrupted',
  message: 'The process ended while it was asked; nobody knows whether it was answered.',
};

/** What becomes of an item whose process is gone. */
export function itemLeftBehind(calls: number): ItemEnd {
  return triedAgain(calls, INTERRUPTED);
}

function triedAgain(calls: number, problem: BatchProblem): ItemEnd {
  if (calls < MOST_CALLS) return { status: 'pending', calls, problem: null };
  const message = `${problem.message} That was its last of ${MOST_CALLS} calls.`;
  return { status: 'failed', calls, problem: { ...problem, message } };
}
