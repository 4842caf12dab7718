import { redactSecrets } from '../../base/text/secrets.js';
import type { Execution } from '../../engine/execution/execution.js';
import { answerText } from '../../engine/session/results.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import type { ExecutionRecordView } from './view-shapes.js';
import { executionRecordView } from './views/execution-record-view.js';
import { projectNamesFor } from './views/project-names.js';

/** Shows all that is on record of an execution, without credentials. */
export type RecordViewer = (execution: Execution) => ExecutionRecordView;

/** What shows these executions: what belongs to them, and lies elsewhere, is asked once for all of them. */
export async function viewerOf(deps: Deps, given: readonly Execution[]): Promise<RecordViewer> {
  const { executions } = executionsOf(deps);
  const ids = given.map(({ id }) => id);
  const calls = await executions.attemptsOf(ids);
  const pasted = await executions.pastedAnswers(ids);
  const names = await projectNamesFor(deps, given);
  return (execution) => {
    const answer = answerOf(execution, pasted.get(execution.id));
    return executionRecordView(execution, { calls: calls.get(execution.id) ?? [], names, answer });
  };
}

/** A pasted answer is kept by the session that it was pasted into. */
function answerOf({ response }: Execution, pasted: Uint8Array | undefined): string | null {
  if (response !== null) return redactSecrets(response);
  return pasted === undefined ? null : answerText(pasted);
}
