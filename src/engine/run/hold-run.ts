import type { Clock } from '../../base/clock.js';
import { PromptRunnerError } from '../../base/errors.js';
import { RunBusyError } from './errors.js';
import { ambiguousSteps } from './open-gate.js';
import type { Run, RunOwner, RunProblem, RunStep } from './run.js';
import type { RunJournal } from './run-journal.js';

/** What it takes to be the one who is at a run. */
export interface HoldingPorts {
  readonly journal: RunJournal;
  readonly clock: Clock;
  /** The process that this is. */
  readonly owner: RunOwner;
  /** Whether the process of another owner is there no more. */
  isGone(owner: RunOwner, seen: Date): boolean;
}

/** The code of a problem that says that a try was ended before it was done, on purpose or not. */
export const INTERRUPTED = 'INTERRUPTED';

const CUT_OFF: RunProblem = {
  code: INTERRUPTED,
  message: 'The process ended while it was at it; nobody knows how far it came.',
};

/**
 * Makes this process the one who is at a run. Only who has it says how it goes on: its settings are written after
 * that.
 *
 * @throws RunBusyError when another process is at it
 */
export async function takeRun({ journal, owner, clock, isGone }: HoldingPorts, run: Run): Promise<void> {
  const { id, kind, subject } = run;
  const now = clock.now();
  const current = await journal.run(id);
  const holder = current?.owner ?? null;
  const free = holder === null || current === null || isGone(holder, current.updatedAt);
  if (free && (await journal.take(id, owner, holder, now))) return journal.settle(id, run, now);
  throw new RunBusyError({ kind, subject }, (await journal.run(id))?.owner ?? holder);
}

/**
 * Says of the tries whose process died that nobody knows how far they came.
 * @returns these tries
 */
export async function settleAmbiguous(
  { journal, owner, clock }: HoldingPorts,
  run: Run,
): Promise<readonly RunStep[]> {
  const ambiguous = ambiguousSteps(await journal.steps(run.id));
  for (const { position } of ambiguous)
    await journal.finish(run.id, owner, position, failedTry(CUT_OFF, clock.now()));
  return ambiguous;
}

/** Whether nobody knows how far a try came: its process died, or may be at it. */
export function isAmbiguous({ status, problem }: Pick<RunStep, 'status' | 'problem'>): boolean {
  return status === 'started' || (problem?.code === CUT_OFF.code && problem.message === CUT_OFF.message);
}

/** How a try ended that brought nothing forth. */
export function failedTry(problem: RunProblem, at: Date) {
  return { status: 'failed', at, output: null, result: null, problem, gate: null } as const;
}

/** How a run stands that an error has ended. */
export function restAfter(error: unknown): 'stopped' | 'failed' {
  return isStop(error) ? 'stopped' : 'failed';
}

/** Somebody ended it, or it came to a limit that somebody set: nothing is broken. */
function isStop(error: unknown): boolean {
  return error instanceof PromptRunnerError && (error.kind === 'interrupted' || error.kind === 'not-allowed');
}

/** An error as the record keeps it. */
export function problemOf(error: unknown): RunProblem {
  if (error instanceof PromptRunnerError) {
    const { kind, code, message } = error;
    return { code: kind === 'interrupted' ? INTERRUPTED : code, message };
  }
  return { code: 'FAULT', message: error instanceof Error ? error.message : String(error) };
}
