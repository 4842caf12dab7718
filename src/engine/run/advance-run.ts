import type { Clock } from '../../base/clock.js';
import { PromptRunnerError } from '../../base/errors.js';
import { RunBusyError } from './errors.js';
import { ambiguousSteps, isAbout, type OpenGate, openGate, rejectedStep } from './open-gate.js';
import type { Run, RunOwner, RunProblem, RunStep } from './run.js';
import type { RunJournal } from './run-journal.js';
import type { RunProgram, RunTask } from './run-program.js';

/** All that a run needs of the world. */
export interface RunPorts {
  readonly journal: RunJournal;
  readonly clock: Clock;
  /** The process that this is. */
  readonly owner: RunOwner;
  /** Whether the process of another owner is there no more. */
  isGone(owner: RunOwner, seen: Date): boolean;
}

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

const INTERRUPTED: RunProblem = {
  code: 'INTERRUPTED',
  message: 'The process ended while it was at it; nobody knows how far it came.',
};

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
  await take(ports, run);
  await settleAmbiguous(ports, run, watch);
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

/** Only who has the run says how it goes on: its settings are written after that. */
async function take(
  { journal, owner, clock, isGone }: RunPorts,
  { id, kind, subject, settings }: Run,
): Promise<void> {
  const now = clock.now();
  const current = await journal.run(id);
  const holder = current?.owner ?? null;
  const free = holder === null || current === null || isGone(holder, current.updatedAt);
  if (free && (await journal.take(id, owner, holder, now))) return journal.settle(id, settings, now);
  throw new RunBusyError({ kind, subject }, (await journal.run(id))?.owner ?? holder);
}

async function settleAmbiguous(
  { journal, owner, clock }: RunPorts,
  run: Run,
  watch: RunWatch,
): Promise<void> {
  for (const step of ambiguousSteps(await journal.steps(run.id))) {
    watch.onAmbiguous?.(step);
    const failed = { status: 'failed', output: null, problem: INTERRUPTED, gate: null } as const;
    await journal.finish(run.id, owner, step.position, { ...failed, at: clock.now() });
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
  const failed = { status: 'failed', output: null, problem, gate: null } as const;
  await journal.finish(run.id, owner, step.position, { ...failed, at: clock.now() });
  await journal.leave(run.id, owner, isStop(error) ? 'stopped' : 'failed', problem, clock.now());
}

/** Somebody ended it, or it came to a limit that somebody set: nothing is broken. */
function isStop(error: unknown): boolean {
  return error instanceof PromptRunnerError && (error.kind === 'interrupted' || error.kind === 'not-allowed');
}

function problemOf(error: unknown): RunProblem {
  if (error instanceof PromptRunnerError) {
    const { kind, code, message } = error;
    return { code: kind === 'interrupted' ? INTERRUPTED.code : code, message };
  }
  return { code: 'FAULT', message: error instanceof Error ? error.message : String(error) };
}

function commentOn(step: RunStep | null): string | null {
  const decision = step?.gate?.decision;
  return decision?.is === 'rejected' ? decision.comment : null;
}

async function leave({ journal, owner, clock }: RunPorts, run: Run, end: RunEnd): Promise<RunEnd> {
  await journal.leave(run.id, owner, end.is, end.is === 'stopped' ? end.problem : null, clock.now());
  return end;
}
