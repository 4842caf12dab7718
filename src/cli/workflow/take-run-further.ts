import type { Deps } from '../../operations/deps.js';
import { CommandsNotAllowedError } from '../../operations/workflow/run/errors.js';
import { resumeWorkflowRun } from '../../operations/workflow/run/resume-workflow-run.js';
import type { WorkflowRunOutput } from '../../operations/workflow/run/run-outputs.js';
import type { WorkflowDeps } from '../../operations/workflow/run/workflow-follower.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { confirm } from '../input/confirm.js';
import type { GivenWorkers } from '../worker/worker-options.js';
import { decideAtGate } from './decide-at-gate.js';
import { exitCodeOfRun } from './exit-code-of-run.js';
import { renderWorkflowRun } from './run-page.js';
import { WorkflowProgress } from './run-progress.js';

/** Who takes a run further, and whether its commands may run here. */
interface Taking extends GivenWorkers {
  readonly allowCommands: boolean;
}

/** Takes a run further, once somebody has agreed to its commands or there are none. */
type TakeFurther = (deps: WorkflowDeps, taking: Taking) => Promise<WorkflowRunOutput>;

/**
 * Takes a run to its end, asking at a terminal what has to be asked: whether its commands may run, and what becomes
 * of what waits. Everywhere else it ends where it would ask.
 *
 * @returns the exit code
 */
export async function takeRunFurther(
  context: CommandContext,
  given: Taking,
  take: TakeFurther,
): Promise<number> {
  const deps = await context.openDatabase();
  const agreement = { ...given };
  let output = await agreeing(context, agreement, (taking) =>
    followed(context, deps, (following) => take(following, taking)),
  );
  while (!given.detach && output.gates.length > 0 && isAttended(context)) {
    const decided = await decideAll(context, deps, output);
    if (!decided) break;
    const { id } = output.run;
    output = await agreeing(context, agreement, (taking) =>
      followed(context, deps, (following) => resumeWorkflowRun(following, { run: id, ...taking })),
    );
  }
  context.print(output, (stream) => renderWorkflowRun(output, context.now, stream));
  return given.detach ? exitCode.done : exitCodeOfRun(output);
}

/** Does it, and where commands stand in the way, asks whether they may run; once agreed, it stays so. */
async function agreeing(
  context: CommandContext,
  agreement: { -readonly [Key in keyof Taking]: Taking[Key] },
  take: (taking: Taking) => Promise<WorkflowRunOutput>,
): Promise<WorkflowRunOutput> {
  try {
    return await take(agreement);
  } catch (error) {
    const isAsked = error instanceof CommandsNotAllowedError && isAttended(context);
    if (!isAsked || !(await confirm(`${error.message}\nMay they run?`, context.streams))) throw error;
    agreement.allowCommands = true;
    return take(agreement);
  }
}

/** It ends in good order when somebody wants it to. */
function followed(
  context: CommandContext,
  deps: Deps,
  take: (deps: WorkflowDeps) => Promise<WorkflowRunOutput>,
): Promise<WorkflowRunOutput> {
  return context.interruptible(async (signal) => {
    const progress = new WorkflowProgress(context);
    try {
      return await take({ ...deps, follow: progress.follower(signal) });
    } finally {
      progress.end();
    }
  });
}

/** @returns false when one of them shall wait on */
async function decideAll(
  context: CommandContext,
  deps: Deps,
  { run, gates }: WorkflowRunOutput,
): Promise<boolean> {
  for (const gate of gates) {
    if (!(await decideAtGate(context, deps, run.id, gate))) return false;
  }
  return true;
}

function isAttended({ streams, common }: CommandContext): boolean {
  return streams.stdin.isTerminal && streams.stderr.isTerminal && !common.json;
}
