import type { ExecutionView } from '../../operations/execution/view-shapes.js';
import { answererOf, costOf, outcomeOf, outcomePaint, tokensOf } from '../execution/execution-table.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** What was asked for a session, and what was pasted into it. */
export function sessionExecutionTable(executions: readonly ExecutionView[], stream: OutputStream): string {
  return renderTable(
    executions,
    [
      { header: 'Execution', cell: ({ id }) => id },
      { header: 'Step', cell: stepOf },
      { header: 'Model', cell: answererOf, flexible: true, minWidth: 10 },
      { header: 'Tokens', align: 'right', cell: ({ usage }) => tokensOf(usage) },
      { header: 'Cost', align: 'right', cell: costOf },
      { header: 'Outcome', cell: outcomeOf, paint: outcomePaint(stream) },
    ],
    stream,
  );
}

function stepOf({ session }: ExecutionView): string {
  if (session === null) return '';
  return session.part === null ? session.step : `${session.step} (part ${session.part})`;
}
