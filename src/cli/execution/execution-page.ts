import type { ExecutionShowOutput } from '../../operations/execution/outputs.js';
import type { ExecutionRecordView } from '../../operations/execution/view-shapes.js';
import { costText } from '../render/cost.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { FIRST_LINES, textBlock } from '../render/text-block.js';
import { relativeTime } from '../render/time.js';
import { renderWarning } from '../render/warning.js';
import type { OutputStream } from '../streams.js';
import { callTable } from './call-table.js';
import { parametersText, priceText, timeText, tokensText } from './execution-facts.js';
import { outcomePaint } from './execution-table.js';
import { toolUseTable } from './tool-use-table.js';

/** How much of the texts is wanted. */
export type TextLength = 'first-lines' | 'whole';

/** An execution as a page: facts, calls, then what was asked and answered. */
export function renderExecution(
  { execution, secrets, next }: ExecutionShowOutput,
  length: TextLength,
  now: Date,
  stream: OutputStream,
): string {
  const lines = length === 'whole' ? Number.POSITIVE_INFINITY : FIRST_LINES;
  const text = (title: string, content: string | null) =>
    content === null ? '' : textBlock(title, content, lines, stream);
  const blocks = [
    renderKeyValues(facts(execution, now, stream), stream),
    execution.warnings.map((warning) => renderWarning(warning, stream)).join(''),
    callTable(execution.calls, stream),
    toolUseTable(execution.toolUses, stream),
    ...execution.messages.map(({ role, text: said, attachments }) => text(titleOf(role, attachments), said)),
    text('reasoning', execution.reasoning),
    text('answer', execution.answer),
    secretWarning(secrets, stream) + nextLine(next, stream),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function titleOf(role: string, attachments: ExecutionRecordView['messages'][number]['attachments']): string {
  if (attachments.length === 0) return role;
  return `${role}, with ${attachments.map(({ name }) => name).join(', ')}`;
}

function facts(execution: ExecutionRecordView, now: Date, stream: OutputStream): KeyValue[] {
  const { prompt, project, tools, redactedAt, responseSchema } = execution;
  const paint = outcomePaint(stream);
  const state: KeyValue = {
    label: 'State',
    value: stateOf(execution),
    paint: (text) => paint(text, execution),
  };
  const others = [
    ['Asked', `${relativeTime(execution.createdAt, now)} by ${execution.actor}`],
    ['Prompt', prompt],
    ['Project', project?.name],
    ['Session', sessionText(execution)],
    ['Batch', execution.batch && `${execution.batch.id}, item ${execution.batch.position}`],
    [
      'Workflow run',
      execution.workflowRun && `${execution.workflowRun.id}, try ${execution.workflowRun.try}`,
    ],
    ['Optimisation', optimizationText(execution)],
    ['Model', modelText(execution)],
    ['Settings', parametersText(execution.parameters)],
    ['Answer', responseSchema === null ? null : 'follows a JSON schema (see --json)'],
    ['Tools', tools.join(', ')],
    ['Tokens', tokensText(execution.usage)],
    ['Price', priceText(execution.price)],
    ['Cost', execution.kind === 'pasted' ? null : costText(execution.cost, 'unknown')],
    ['Time', timeText(execution)],
    ['Rerun of', execution.rerunOf],
    ['Redacted', redactedAt && relativeTime(redactedAt, now)],
  ] as const;
  return [
    { label: 'Execution', value: execution.id },
    state,
    ...others.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  ];
}

function stateOf({ kind, status, finishReason, problem, answeredBy }: ExecutionRecordView): string {
  if (kind === 'pasted') return 'pasted';
  if (problem !== null) return `${status} (${problem.code}): ${problem.message}`;
  if (status === 'running') return 'running, or its process is gone';
  if (answeredBy !== null) return `${status}; the cache gave the answer of ${answeredBy}`;
  return finishReason === null || finishReason === 'stop'
    ? status
    : `${status}, and stopped by ${finishReason}`;
}

function sessionText({ session }: ExecutionRecordView): string | null {
  if (session === null) return null;
  const part = session.part === null ? '' : `, part ${session.part}`;
  const attempt = session.attempt === null ? '' : `; its answer is attempt ${session.attempt}`;
  return `${session.id}, ${session.step}${part}${attempt}`;
}

function optimizationText({ optimization }: ExecutionRecordView): string | null {
  if (optimization === null) return null;
  return `${optimization.id}, ${optimization.row === null ? 'a reflection' : `row ${optimization.row}`}`;
}

function modelText({ model, answeredModel }: ExecutionRecordView): string | null {
  if (model === null || answeredModel === null || model.endsWith(answeredModel)) return model;
  return `${model}, answered as ${answeredModel}`;
}

function secretWarning(secrets: ExecutionShowOutput['secrets'], stream: OutputStream): string {
  const { yellow } = styleFor(stream);
  const found = [...new Set(secrets.map(({ kind, in: where }) => `${kind} in the ${where}`))];
  if (found.length === 0) return '';
  return `${yellow(`It seems to hold credentials: ${found.join(', ')}.`)}\n`;
}
