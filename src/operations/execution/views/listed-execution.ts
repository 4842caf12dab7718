import { redactSecrets } from '../../../base/text/secrets.js';
import { forTerminalLine } from '../../../base/text/terminal-text.js';
import type { ExecutionSummary } from '../../../engine/execution/execution.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../execution-records.js';
import type { ListedExecution } from '../view-shapes.js';
import { executionView } from './execution-view.js';
import { projectNamesFor } from './project-names.js';

/** In UTF-16 units. */
const EXCERPT_LENGTH = 120;

/** Executions as lists show them, each with the first words of what was asked. */
export async function listedExecutions(
  deps: Deps,
  executions: readonly ExecutionSummary[],
): Promise<ListedExecution[]> {
  const names = await projectNamesFor(deps, executions);
  const asked = await executionsOf(deps).executions.excerpts(executions.map(({ id }) => id));
  return executions.map((execution) => ({
    ...executionView(execution, names),
    excerpt: firstWords(asked.get(execution.id)),
  }));
}

/** Credentials go before the text is cut: half of one would not be known for what it is. */
function firstWords(text: string | undefined): string | null {
  if (text === undefined) return null;
  const line = forTerminalLine(redactSecrets(text));
  return line.length <= EXCERPT_LENGTH ? line : `${line.slice(0, EXCERPT_LENGTH).toWellFormed().trimEnd()}…`;
}
