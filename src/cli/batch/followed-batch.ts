import { keepHeapLean } from '../../base/process/lean-heap.js';
import type { BatchDeps } from '../../operations/batch/batch-deps.js';
import type { BatchRunOutput } from '../../operations/batch/outputs.js';
import type { Deps } from '../../operations/deps.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { BatchScreen } from './batch-screen.js';
import { renderEnd } from './end-page.js';

/** What became of a batch that was followed to its end, or as far as it went. */
export interface FollowedBatch {
  readonly output: BatchRunOutput;
  readonly exitCode: number;
}

/** Who asks, and whether somebody waits for it. */
interface Asking {
  readonly deps: Deps;
  readonly by: 'here' | 'workers';
  readonly detach: boolean;
}

/**
 * Has a batch run while somebody looks on, and says how it ended. Ctrl-C lets the calls on their way come to their
 * end; workers go on by themselves.
 */
export async function followedBatch(
  context: CommandContext,
  { deps, by, detach }: Asking,
  work: (deps: BatchDeps) => Promise<BatchRunOutput>,
): Promise<FollowedBatch> {
  keepHeapLean();
  const verb = by === 'workers' ? 'status' : 'resume';
  const goOn = ({ id }: { readonly id: string }) =>
    inSamePlace(deps, { next: `prompt-runner batch ${verb} ${id}` }).next;
  const followed = await context.interruptible(async (drain) => {
    const screen = new BatchScreen(context, drain, { by, goOn });
    try {
      const output = await work({ ...deps, follower: screen.follower() });
      return { output, exitCode: detach ? exitCode.done : codeOf(output, drain.aborted) };
    } finally {
      screen.end();
    }
  });
  noteWarnings(context, followed.output.warnings);
  context.print(followed.output, (stream) => renderEnd(followed.output, stream));
  return followed;
}

function codeOf({ batch }: BatchRunOutput, isInterrupted: boolean): number {
  if (batch.status === 'completed') return batch.failed === 0 ? exitCode.done : exitCode.partly;
  if (batch.status === 'paused' && batch.problem !== null) return exitCode.failed;
  return isInterrupted ? exitCode.interrupted : exitCode.partly;
}
