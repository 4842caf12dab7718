import { redactSecrets } from '../../base/text/secrets.js';
import type { Execution } from '../../engine/execution/execution.js';
import { attemptText } from '../../engine/session/results.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import type { ExecutionRecordView } from './view-shapes.js';
import { executionRecordView } from './views/execution-record-view.js';
import { projectNamesFor } from './views/project-names.js';

/** All that is on record of an execution, without credentials. */
export async function recordOf(deps: Deps, execution: Execution): Promise<ExecutionRecordView> {
  const calls = await executionsOf(deps).executions.attempts(execution.id);
  const names = await projectNamesFor(deps, [execution]);
  return executionRecordView(execution, { calls, names, answer: await answerOf(deps, execution) });
}

/** A pasted answer is kept by the session that it was pasted into. */
async function answerOf({ store }: Deps, { kind, place, response }: Execution): Promise<string | null> {
  if (response !== null) return redactSecrets(response);
  const attempt = kind === 'pasted' ? (place?.attempt ?? null) : null;
  return attempt === null ? null : attemptText(store.journal, attempt);
}
