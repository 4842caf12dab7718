import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { BatchStatusOutput, BatchView } from '../../operations/batch/outputs.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine, sentence } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { batchLook } from './batch-look.js';
import { rowsText } from './batch-words.js';
import { itemBar } from './item-bar.js';

const LONGEST_BAR = 72;
/** Of calls that nobody knows the end of, in a table; all are in the document for programs. */
const SHOWN_CALLS = 20;

/** How far a batch is, why rows failed, and which calls nobody knows the end of. */
export function renderStatus(output: BatchStatusOutput, now: Date, stream: OutputStream): string {
  return [
    barLine(output, stream) + renderKeyValues(factsOf(output, now, stream), stream),
    problemTable(output, stream),
    ambiguousCalls(output, now, stream),
    nextLine(output.next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function factsOf(output: BatchStatusOutput, now: Date, stream: OutputStream): KeyValue[] {
  const { batch } = output;
  const paint = styleFor(stream)[batchLook(batch)];
  const facts: (KeyValue | null)[] = [
    { label: 'batch', value: batch.name === null ? batch.id : `${batch.id} ${batch.name}` },
    { label: 'prompt', value: `${batch.prompt} of ${batch.model}` },
    { label: 'status', value: statusText(batch), paint },
    { label: 'rows', value: rowsLine(output) },
    { label: 'cost', value: costLine(batch) },
    { label: 'pace', value: paceLine(batch) },
    workerLine(output),
    { label: 'begun', value: `${relativeTime(batch.createdAt, now)} by ${batch.actor}` },
    batch.finishedAt && { label: 'ended', value: relativeTime(batch.finishedAt, now) },
  ];
  return facts.filter((fact) => fact !== null);
}

function statusText({ status, problem }: BatchView): string {
  return problem === null ? status : `${status}: ${problem.message}`;
}

function rowsLine({ batch: { rows, repeat }, tally }: BatchStatusOutput): string {
  const { done, failed, claimed, pending, cancelled } = tally;
  const counts = [
    [done, 'answered'],
    [failed, 'failed'],
    [claimed, 'being asked'],
    [pending, 'waiting'],
    [cancelled, 'cancelled'],
  ] as const;
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${groupThousands(count)} ${what}`);
  const each = repeat === 1 ? '' : ` (each row ${repeat} times)`;
  return `${rows === null ? 'being read' : groupThousands(rows) + each}: ${parts.join(', ') || 'none'}`;
}

function barLine({ tally }: BatchStatusOutput, stream: OutputStream): string {
  const bar = itemBar(tally, Math.min(LONGEST_BAR, stream.columns), stream);
  return bar === '' ? '' : `${bar}\n`;
}

function costLine({ cost, maxCost }: BatchView): string {
  return maxCost === null ? formatDollars(cost) : `${formatDollars(cost)}, at most ${formatDollars(maxCost)}`;
}

function paceLine({ concurrency, rate }: BatchView): string {
  const calls = `${concurrency} ${concurrency === 1 ? 'call' : 'calls'} at the same time`;
  if (rate === null) return calls;
  const span = rate.seconds === 1 ? 'a second' : rate.seconds === 60 ? 'a minute' : 'an hour';
  return `${calls}, at most ${rate.calls} ${span}`;
}

function workerLine({ workers }: BatchStatusOutput): KeyValue | null {
  const lines = workers.map(
    ({ host, pid, status, claimed }) => `process ${pid} on ${host}, ${status}: ${rowsText(claimed)}`,
  );
  return lines.length === 0 ? null : { label: 'worked on', value: lines.join('\n') };
}

function problemTable({ problems }: BatchStatusOutput, stream: OutputStream): string {
  const { red } = styleFor(stream);
  return renderTable(
    problems,
    [
      { header: 'Failed', align: 'right', cell: ({ rows }) => groupThousands(rows), paint: red },
      { header: 'Why', cell: ({ code }) => code },
      { header: 'First', align: 'right', cell: ({ first }) => `row ${groupThousands(first.row)}` },
      { header: 'What it says', cell: ({ first }) => first.problem.message, flexible: true, minWidth: 20 },
    ],
    stream,
  );
}

function ambiguousCalls({ ambiguous }: BatchStatusOutput, now: Date, stream: OutputStream): string {
  if (ambiguous.length === 0) return '';
  const { dim } = styleFor(stream);
  const calls = ambiguous.length === 1 ? 'One call is' : `${groupThousands(ambiguous.length)} calls are`;
  const said = `${calls} ambiguous: the process was gone before anybody knew the end. What was asked may have been answered, and paid for.`;
  const table = renderTable(
    ambiguous.slice(0, SHOWN_CALLS),
    [
      { header: 'Row', align: 'right', cell: ({ row }) => groupThousands(row) },
      { header: 'Time', align: 'right', cell: ({ repetition }) => String(repetition) },
      { header: 'Execution', cell: ({ execution }) => execution },
      { header: 'Begun', cell: ({ startedAt }) => relativeTime(startedAt, now), paint: dim },
    ],
    stream,
  );
  const more = ambiguous.length - SHOWN_CALLS;
  return `${sentence(said, stream)}${table}${more > 0 ? `and ${groupThousands(more)} more (--json)\n` : ''}`;
}
