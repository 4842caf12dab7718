import { failedTry, type HoldingPorts, problemOf, restAfter, settleAmbiguous, takeRun } from './hold-run.js';
import { isAbout, type OpenGate, openGate, rejectedStep } from './open-gate.js';
import type { Run, RunProblem, RunStep } from './run.js';
import type { RunProgram, RunTask } from './run-program.js';

/** All that a run needs of the world. */
export type RunPorts = HoldingPorts;

/** Who follows a run, and may end it. */
export interface RunWatch {
  readonly signal: AbortSignal;
  onStep?(step: RunStep, task: RunTask): void;
  onStepDone?(step: RunStep, task: RunTask): void;
  /** A try whose process died: nobody knows how far it came. It is made again. */
  onAmbiguous?(step: RunStep): void;
}

/** Where a run came to rest. */
export type RunEnd =
  | { readonly is: 'completed' }
  | { readonly is: 'waiting'; readonly gate: OpenGate }
  | { readonly is: 'stopped'; readonly problem: RunProblem | null };

/**
 * Takes a run as far as it goes by itself, with the settings that it is given with: to its end, to a gate, or to a step that fails. Each try is
 * written before its work begins, so that after a crash it is known what may have been done.
 *
 * @throws RunBusyError when another process is at it, or takes it over meanwhile
 * @throws what a step throws; the run is on record as failed then, or as stopped when it was aborted
 */
export async function advanceRun(
  ports: RunPorts,
  run: Run,
  program: RunProgram,
  watch: RunWatch,
): Promise<RunEnd> {
  await takeRun(ports, run);
  for (const step of await settleAmbiguous(ports, run)) watch.onAmbiguous?.(step);
  for (;;) {
    const steps = await ports.journal.steps(run.id);
    const gate = await closeIfReplaced(ports, program, openGate(steps));
    if (gate !== null) return leave(ports, run, { is: 'waiting', gate });
    const rejected = await standingRejection(program, steps);
    const next = await program.next(rejected);
    if (next.is === 'end') {
      const { status, problem } = next;
      return leave(ports, run, status === 'completed' ? { is: status } : { is: status, problem });
    }
    await perform(ports, run, next.task, commentOn(rejected), watch);
  }
}

/** A gate whose content was replaced by hand is a gate no more: then nothing is left to wait for. */
async function closeIfReplaced(
  { journal }: RunPorts,
  program: RunProgram,
  gate: OpenGate | null,
): Promise<OpenGate | null> {
  if (gate === null || isAbout(gate, await program.contentOf(gate))) return gate;
  await journal.makeStale(gate.run, [gate.position]);
  return null;
}

/** What was turned down and has been done again by hand since is not done again. */
async function standingRejection(program: RunProgram, steps: readonly RunStep[]): Promise<RunStep | null> {
  const step = rejectedStep(steps);
  if (step === null) return null;
  return (await program.contentOf(step)) === step.gate?.checksum ? step : null;
}

async function perform(
  ports: RunPorts,
  run: Run,
  task: RunTask,
  comment: string | null,
  watch: RunWatch,
): Promise<void> {
  const { journal, owner, clock } = ports;
  const step = await journal.begin(run.id, owner, task.key, clock.now());
  watch.onStep?.(step, task);
  try {
    const { output, approval } = await task.perform({ signal: watch.signal, comment });
    const gate = approval?.checksum ?? null;
    await journal.finish(run.id, owner, step.position, {
      status: 'done',
      at: clock.now(),
      output,
      result: null,
      problem: null,
      gate,
    });
  } catch (error) {
    await abandon(ports, run, step, error);
    throw error;
  }
  watch.onStepDone?.(step, task);
}

async function abandon(
  { journal, owner, clock }: RunPorts,
  run: Run,
  step: RunStep,
  error: unknown,
): Promise<void> {
  const problem = problemOf(error);
  await journal.finish(run.id, owner, step.position, failedTry(problem, clock.now()));
  await journal.leave(run.id, owner, restAfter(error), problem, clock.now());
}

function commentOn(step: RunStep | null): string | null {
  const decision = step?.gate?.decision;
  return decision?.is === 'rejected' ? decision.comment : null;
}

async function leave({ journal, owner, clock }: RunPorts, run: Run, end: RunEnd): Promise<RunEnd> {
  await journal.leave(run.id, owner, end.is, end.is === 'stopped' ? end.problem : null, clock.now());
  return end;
}
