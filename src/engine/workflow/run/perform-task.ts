import { redactSecrets } from '../../../base/text/secrets.js';
import { forTerminalLine } from '../../../base/text/terminal-text.js';
import type { Json } from '../../../models/spec/model-request.js';
import { failedTry, problemOf } from '../../run/hold-run.js';
import type { RunStep } from '../../run/run.js';
import type { StepEnd } from '../../run/run-journal.js';
import { CommandFailedError, StepCutOffError } from './errors.js';
import type { StepPath } from './step-path.js';
import type { StepWork, WorkTurn } from './step-work.js';
import { type CommandOutcome, type CommandTask, digestOf, hasEffects, type Task } from './task.js';
import { mayPass, waitBeforeTry } from './try-again.js';
import { digestIn, tryOutput } from './try-record.js';
import type { Walking } from './walking.js';
import { withinTime } from './within-time.js';

/** How long and how often a step is tried. */
export interface Tolerance {
  readonly retries: number;
  /** In milliseconds; null for the usual time. */
  readonly timeoutMs: number | null;
}

/**
 * The result of a step: the one on record when it was given the same, else that of its work, which is done now.
 * Each try is on record before its work begins, and its result before it is used.
 *
 * @throws StepCutOffError when a try with effects was ended in the middle, and nobody has agreed to another
 * @throws what the last try throws
 */
export async function performTask(
  walking: Walking,
  path: StepPath,
  task: Task,
  tolerance: Tolerance,
): Promise<Json> {
  const digest = digestOf(task);
  const standing = walking.record.standing(path);
  if (standing !== null && digestIn(standing) === digest) return standing.result;
  if (standing !== null) await walking.forget([standing]);
  const cutOffs = hasEffects(task) ? unagreedCutOffs(walking, path) : 0;
  if (cutOffs > tolerance.retries) throw new StepCutOffError(walking.run.id, path);
  const tries = 1 + tolerance.retries - cutOffs;
  for (let failed = 0; ; ) {
    try {
      return await tryOnce(walking, path, task, { digest, timeoutMs: tolerance.timeoutMs });
    } catch (error) {
      failed += 1;
      if (failed >= tries || !mayPass(error)) throw error;
      const waitMs = waitBeforeTry(failed);
      walking.watch.onTryAgain?.(path, error, { waitMs, next: failed + 1, of: tries });
      await walking.ports.sleep(waitMs, walking.signal);
    }
  }
}

function unagreedCutOffs({ record, isAgreed }: Walking, path: StepPath): number {
  return isAgreed(path) ? 0 : record.cutOffs(path);
}

async function tryOnce(
  walking: Walking,
  path: StepPath,
  task: Task,
  { digest, timeoutMs }: { readonly digest: string; readonly timeoutMs: number | null },
): Promise<Json> {
  const { ports, run, record, watch, signal } = walking;
  const { journal, owner, clock, work, sleep } = ports;
  signal.throwIfAborted();
  const fresh = record.wasDone(path);
  const step = await journal.begin(run.id, owner, path, clock.now());
  record.put(step);
  watch.onStep?.(step, task);
  let result: Json;
  try {
    result = await withinTime(timeoutMs, sleep, signal, (limited) =>
      resultOf(work, task, { signal: limited, step, timeoutMs, fresh }),
    );
  } catch (error) {
    const failed = await endTry(walking, step, failedTry(problemOf(error), clock.now()));
    watch.onStepFailed?.(failed, error);
    throw error;
  }
  const done = { status: 'done', output: tryOutput(digest), result, problem: null, gate: null } as const;
  const finished = await endTry(walking, step, { ...done, at: clock.now() });
  watch.onStepDone?.(finished, task);
  return result;
}

/** @returns the try as it is on record now */
async function endTry({ ports, run, record }: Walking, step: RunStep, end: StepEnd): Promise<RunStep> {
  await ports.journal.finish(run.id, ports.owner, step.position, end);
  const { at, ...rest } = end;
  const ended: RunStep = { ...step, ...rest, finishedAt: at, gate: null };
  record.put(ended);
  return ended;
}

async function resultOf(work: StepWork, task: Task, turn: WorkTurn): Promise<Json> {
  switch (task.kind) {
    case 'prompt':
    case 'ask':
      return work.ask(task, turn);
    case 'text':
      return task.text;
    case 'template':
      return work.render(task.prompt, turn);
    case 'run':
      return requireSuccess(task, await work.run(task, turn));
    case 'read':
      return work.read(task.path, turn);
    case 'write':
      await work.write(task.path, task.text, turn);
      return task.path;
  }
}

function requireSuccess({ command, allowFailure }: CommandTask, outcome: CommandOutcome): CommandOutcome {
  if (outcome.exit_code === 0 || allowFailure) return outcome;
  const said = lastLine(outcome.stderr) || lastLine(outcome.stdout);
  throw new CommandFailedError(command[0] ?? '', outcome.exit_code, said);
}

function lastLine(text: string): string {
  const line = text.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return forTerminalLine(redactSecrets(line));
}
