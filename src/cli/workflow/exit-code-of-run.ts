import type { WorkflowRunOutput } from '../../operations/workflow/run/run-outputs.js';
import { exitCode } from '../exit-code.js';

/** A run that waits is done in part; what failed is told apart by why. */
export function exitCodeOfRun({ run: { status, problem } }: WorkflowRunOutput): number {
  if (status === 'completed') return exitCode.done;
  if (status === 'waiting') return exitCode.partly;
  if (problem?.code === 'INTERRUPTED') return exitCode.interrupted;
  return status === 'failed' ? exitCode.failed : exitCode.notAllowed;
}
