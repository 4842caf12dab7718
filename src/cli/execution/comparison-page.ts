import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { ExecutionCompareOutput } from '../../operations/execution/outputs.js';
import type { ExecutionRecordView } from '../../operations/execution/view-shapes.js';
import { hunkLines } from '../prompt/hunk-lines.js';
import { costText } from '../render/cost.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { parametersText } from './execution-facts.js';
import { answererOf } from './execution-table.js';

/** A fact of an execution; null where there is none. */
type Fact = (execution: ExecutionRecordView) => string | null;

const facts: readonly (readonly [label: string, fact: Fact])[] = [
  ['Model', answererOf],
  ['Prompt', ({ prompt }) => prompt],
  ['Settings', ({ parameters }) => parametersText(parameters)],
  ['State', ({ status, answeredBy }) => (answeredBy === null ? status : `${status}, from the cache`)],
  ['Stopped by', ({ finishReason }) => finishReason],
  ['Tokens in', ({ usage }) => counted(usage.input)],
  ['of them cached', ({ usage }) => counted(usage.cachedInput)],
  ['Tokens out', ({ usage }) => counted(usage.output)],
  ['of them reasoning', ({ usage }) => counted(usage.reasoning)],
  ['Cost', ({ kind, cost }) => (kind === 'pasted' ? null : costText(cost, 'unknown'))],
  ['Time', ({ latencyMs }) => spanned(latencyMs)],
  ['First bit after', ({ firstTokenMs }) => spanned(firstTokenMs)],
  ['Calls', ({ calls }) => counted(calls.length)],
];

/** Two executions beside each other, then what their answers say otherwise. */
export function renderComparison(output: ExecutionCompareOutput, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  const { before, after } = output;
  const rows = facts
    .map(([label, fact]) => ({ label, before: fact(before), after: fact(after) }))
    .filter((row) => row.before !== null || row.after !== null);
  const table = renderTable(
    rows,
    [
      { header: '', cell: ({ label }) => label },
      { header: before.id, cell: (row) => row.before ?? '', flexible: true, minWidth: 16 },
      {
        header: after.id,
        cell: (row) => row.after ?? '',
        flexible: true,
        minWidth: 16,
        paint: (text, row) => (row.before === row.after ? text : bold(text)),
      },
    ],
    stream,
  );
  return `${table}\n${questionLine(output)}${answerBlock(output, stream)}`;
}

function questionLine({ sameQuestion }: ExecutionCompareOutput): string {
  return sameQuestion ? 'Both were asked the same.\n' : 'They were not asked the same.\n';
}

function answerBlock(
  { before, after, sameAnswer, hunks }: ExecutionCompareOutput,
  stream: OutputStream,
): string {
  const style = styleFor(stream);
  if (before.answer === null && after.answer === null) return 'Neither has an answer.\n';
  if (sameAnswer) return 'The answers are the same.\n';
  const legend = `${style.red(`- ${before.id}`)}\n${style.green(`+ ${after.id}`)}\n`;
  return `\n${legend}${hunkLines(hunks, style)}`;
}

function counted(count: number | null): string | null {
  return count === null ? null : groupThousands(count);
}

function spanned(milliseconds: number | null): string | null {
  return milliseconds === null ? null : formatDuration(milliseconds);
}
