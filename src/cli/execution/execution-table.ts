import { formatDuration } from '../../base/text/format-duration.js';
import type { ExecutionView, ListedExecution, UsageView } from '../../operations/execution/view-shapes.js';
import { costText } from '../render/cost.js';
import { shortCount } from '../render/short-count.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

/** Executions, a line each. What became of one takes the place of how long it took, unless it succeeded. */
export function executionTable(
  executions: readonly ListedExecution[],
  now: Date,
  stream: OutputStream,
): string {
  const { dim } = styleFor(stream);
  return renderTable(
    executions,
    [
      { header: 'Execution', cell: ({ id }) => id },
      { header: 'When', cell: ({ createdAt }) => relativeTime(createdAt, now), paint: dim },
      { header: 'What', cell: whatOf, flexible: true, minWidth: 10 },
      { header: 'Model', cell: shortAnswererOf, flexible: true, minWidth: 10 },
      { header: 'Tokens', align: 'right', cell: ({ usage }) => tokensOf(usage) },
      { header: 'Cost', align: 'right', cell: costOf },
      { header: 'Outcome', cell: outcomeOf, paint: outcomePaint(stream) },
    ],
    stream,
  );
}

/** The prompt, else the step of a session, else the first words. */
function whatOf({ prompt, session, excerpt }: ListedExecution): string {
  if (prompt !== null) return prompt;
  return session === null ? (excerpt ?? '') : stepOf(session);
}

function stepOf({ id, step, part }: NonNullable<ExecutionView['session']>): string {
  return part === null ? `${step} ${id}` : `${step} (part ${part}) ${id}`;
}

/** What of a model's name tells it from others, where there is little room: its provider goes without saying. */
function shortAnswererOf({ model, kind }: ListedExecution): string {
  if (model === null || kind !== 'model') return model ?? kind;
  return model.slice(model.indexOf(':') + 1);
}

/** Who answered, as tables say it. */
export function answererOf({ model, kind }: Pick<ExecutionView, 'model' | 'kind'>): string {
  return model ?? kind;
}

/** Those that went in and came out; nothing where nobody knows. */
export function tokensOf({ input, output }: UsageView): string {
  return input === null && output === null ? '' : shortCount((input ?? 0) + (output ?? 0));
}

/** Nobody pays for what is pasted; what is still running has no cost yet. */
export function costOf({ kind, status, cost }: Pick<ExecutionView, 'kind' | 'status' | 'cost'>): string {
  return cost === null && (kind === 'pasted' || status === 'running') ? '' : costText(cost, '?');
}

/** How long it took, or what became of it. */
export function outcomeOf({ status, answeredBy, latencyMs, kind }: ExecutionView): string {
  if (status !== 'succeeded') return status;
  if (answeredBy !== null) return 'cached';
  return latencyMs === null ? kind : formatDuration(latencyMs);
}

/** The look of what became of an execution, the same wherever it is shown. */
export function outcomePaint(stream: OutputStream) {
  const { dim, red, yellow } = styleFor(stream);
  const looks = { succeeded: dim, failed: red, aborted: yellow, running: yellow };
  return (text: string, { status }: Pick<ExecutionView, 'status'>) => looks[status](text);
}
