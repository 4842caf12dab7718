import { findSecrets, redactSecrets } from '../../base/text/secrets.js';
import type { Executed } from '../../engine/execution/executed.js';
import type { FinishReason } from '../../models/spec/model-answer.js';
import type { Deps } from '../deps.js';
import { findExecution } from './find-execution.js';
import type { PromptRunOutput } from './run-outputs.js';
import { shownValue } from './shown-value.js';
import { executionView } from './views/execution-view.js';
import { projectNamesFor } from './views/project-names.js';

/** An answer as surfaces show it: without credentials, with what is on record of it. */
export async function runOutputOf(
  deps: Deps,
  { id, answer, value, cached }: Executed,
  warnings: readonly string[],
): Promise<PromptRunOutput> {
  const execution = await findExecution(deps, id);
  return {
    execution: executionView(execution, await projectNamesFor(deps, [execution])),
    text: redactSecrets(answer.text),
    value: shownValue(value),
    secrets: [...new Set(findSecrets(answer.text).map(({ kind }) => kind))],
    cached: cached && { execution: cached.execution, at: cached.at },
    warnings: [...warnings, ...answer.warnings.map(redactSecrets), ...ending[answer.finishReason]],
    next: `prompt-runner execution show ${id}`,
  };
}

const ending: Readonly<Record<FinishReason, readonly string[]>> = {
  stop: [],
  'tool-calls': [],
  other: [],
  length: ['The answer was cut off where the output tokens ended; --max-tokens allows more.'],
  'content-filter': ["The provider's filter ended the answer."],
  error: ['The provider reports an error at the end of the answer.'],
};
