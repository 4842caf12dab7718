import { problemOf, restAfter, settleAmbiguous, takeRun } from '../../run/hold-run.js';
import type { Run, RunProblem } from '../../run/run.js';
import { RunCancelledError } from './errors.js';
import { FailedAt } from './failed-at.js';
import { isWithin, type StepPath } from './step-path.js';
import type { Values } from './task.js';
import { TryRecord } from './try-record.js';
import { walkWorkflow } from './walk.js';
import type { Outcome, Walking, WorkflowPorts, WorkflowProgram, WorkflowWatch } from './walking.js';

/** How one advance of a run goes, and none after it. */
export interface Advance {
  readonly inputs: Values;
  /** Steps that are done again, with all in them, whatever is on record of them. */
  readonly again: readonly StepPath[];
}

const LOOKS_FOR_CANCEL_MS = 1000;

/**
 * Takes the run of a workflow as far as it goes by itself: to its end, to a gate, or to a step that fails. It goes
 * through the steps from the first one on, and takes the results that are on record, so that it goes on where it
 * stopped, whatever stopped it. A result is taken only where the step was given the same; so corrected inputs
 * bring about again what depends on them, and nothing else.
 *
 * @throws RunBusyError when another process is at it, or takes it over meanwhile
 * @throws RunCancelledError when it was called off
 * @throws what a step throws; the run is on record as failed then, or as stopped when it was ended
 */
export async function advanceWorkflow(
  ports: WorkflowPorts,
  run: Run,
  program: WorkflowProgram,
  advance: Advance,
  watch: WorkflowWatch,
): Promise<Outcome['is']> {
  await takeRun(ports, run);
  for (const step of await settleAmbiguous(ports, run)) watch.onAmbiguous?.(step);
  const over = new AbortController();
  const cancelling = new AbortController();
  const noticed = noticeCancel(ports, run, over.signal, cancelling).catch(() => {});
  try {
    const signal = AbortSignal.any([watch.signal, cancelling.signal]);
    const walking = await beginWalking(ports, run, program, advance, { ...watch, signal });
    const outcome = await walkWorkflow(walking, program.workflow, advance.inputs);
    await rest(ports, run, outcome);
    return outcome.is;
  } catch (error) {
    throw await giveUp(ports, run, cancelling.signal.aborted ? cancelling.signal.reason : error);
  } finally {
    over.abort();
    await noticed;
  }
}

async function beginWalking(
  ports: WorkflowPorts,
  run: Run,
  program: WorkflowProgram,
  { again }: Advance,
  watch: WorkflowWatch,
): Promise<Walking> {
  const { journal } = ports;
  const record = new TryRecord(await journal.steps(run.id));
  const forget: Walking['forget'] = async (tries) => {
    if (tries.length === 0) return;
    await journal.makeStale(
      run.id,
      tries.map(({ position }) => position),
    );
    for (const step of tries) record.put({ ...step, status: 'stale' });
  };
  await forget(record.standingWithin(again));
  const isAgreed = (path: StepPath) => again.some((outer) => isWithin(path, outer));
  return { ports, run, program, record, watch, signal: watch.signal, isAgreed, forget };
}

/** Looks now and then whether somebody has called the run off. A journal that cannot be read tells who writes it. */
async function noticeCancel(
  { journal, sleep }: WorkflowPorts,
  { id }: Run,
  over: AbortSignal,
  cancelling: AbortController,
): Promise<void> {
  while (!over.aborted && !cancelling.signal.aborted) {
    const current = await journal.run(id);
    if (current !== null && current.cancelledAt !== null) cancelling.abort(new RunCancelledError(id));
    else await sleep(LOOKS_FOR_CANCEL_MS, over).catch(() => {});
  }
}

async function rest({ journal, owner, clock }: WorkflowPorts, { id }: Run, outcome: Outcome): Promise<void> {
  if (outcome.is === 'done') return journal.complete(id, owner, outcome.output, clock.now());
  return journal.leave(id, owner, 'waiting', null, clock.now());
}

/** @returns what went wrong */
async function giveUp(
  { journal, owner, clock }: WorkflowPorts,
  { id }: Run,
  error: unknown,
): Promise<unknown> {
  const failure = error instanceof FailedAt ? error.failure : error;
  const problem = error instanceof FailedAt ? problemAt(error) : problemOf(error);
  await journal.leave(id, owner, restAfter(failure), problem, clock.now());
  return failure;
}

function problemAt({ path, failure }: FailedAt): RunProblem {
  const { code, message } = problemOf(failure);
  return { code, message: `Step "${path}": ${message}` };
}
