import { mapTexts } from '../../../base/text/map-texts.js';
import { redactSecrets } from '../../../base/text/secrets.js';
import { keysAsWritten } from '../../../base/text/snake-case.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { Execution, ExecutionAttempt, ToolUse } from '../../../engine/execution/execution.js';
import type { JsonValue } from '../../../formats/json-value.js';
import type { ModelMessage, ModelParameters } from '../../../models/spec/model-request.js';
import type { Price } from '../../../models/spec/price.js';
import type { CallView, ExecutionRecordView, ParametersView } from '../view-shapes.js';
import { executionView, type ProjectNames } from './execution-view.js';

/** What belongs to an execution, and lies elsewhere. */
export interface RecordParts {
  readonly calls: readonly ExecutionAttempt[];
  /** Without credentials. */
  readonly answer: string | null;
  readonly names: ProjectNames;
}

/** All of an execution, without credentials. */
export function executionRecordView(
  execution: Execution,
  { calls, answer, names }: RecordParts,
): ExecutionRecordView {
  const { reasoning, price } = execution;
  return {
    ...executionView(execution, names),
    messages: execution.messages.map(messageView),
    parameters: parametersView(execution.parameters),
    responseSchema: withoutSecrets(execution.responseSchema),
    tools: [...execution.tools],
    toolUses: execution.toolUses.map(toolUseView),
    answer,
    reasoning: reasoning === null ? null : redactSecrets(reasoning),
    price: price && priceView(price),
    calls: calls.map(callView),
    details: withoutSecrets(execution.details),
    warnings: execution.warnings.map(redactSecrets),
  };
}

/** All that a message says; what tools brought forth counts as said. */
export function messageTextOf(message: ModelMessage): string {
  return message.role === 'tool' ? message.results.map(({ text }) => text).join('\n') : message.text;
}

/** A message, without credentials; of files what they are. */
export function messageView(message: ModelMessage): ExecutionRecordView['messages'][number] {
  const attachments = message.role === 'user' ? (message.attachments ?? []) : [];
  return {
    role: message.role,
    text: redactSecrets(messageTextOf(message)),
    attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, size: bytes.length })),
  };
}

function toolUseView({ round, call, text, failed }: ToolUse): ExecutionRecordView['toolUses'][number] {
  return { round, name: call.name, input: withoutSecrets(call.input), text: redactSecrets(text), failed };
}

/** Parameters; what was not said is null. */
export function parametersView(parameters: ModelParameters): ParametersView {
  return {
    temperature: parameters.temperature ?? null,
    topP: parameters.topP ?? null,
    topK: parameters.topK ?? null,
    maxOutputTokens: parameters.maxOutputTokens ?? null,
    stopSequences: [...(parameters.stopSequences ?? [])],
    seed: parameters.seed ?? null,
    presencePenalty: parameters.presencePenalty ?? null,
    frequencyPenalty: parameters.frequencyPenalty ?? null,
    providerOptions: withoutSecrets(parameters.providerOptions ?? {}),
  };
}

/** A price as it is shown. */
export function priceView({
  input,
  output,
  cachedInput,
  cacheWrite,
  source,
}: Price): NonNullable<ExecutionRecordView['price']> {
  return { input, output, cachedInput, cacheWrite, source };
}

function callView({ number, round, status, startedAt, finishedAt, ...call }: ExecutionAttempt): CallView {
  const { waitedMs, usage, cost, requestId, fault, httpStatus, message } = call;
  return {
    number,
    round,
    status,
    startedAt,
    finishedAt,
    waitedMs,
    usage,
    cost: inDollars(cost),
    requestId,
    fault,
    httpStatus,
    message: message === null ? null : redactSecrets(message),
  };
}

/** Somebody's data: its keys stay as they are. */
function withoutSecrets(value: unknown): JsonValue {
  // What JSON can express stays so when its texts are changed.
  return keysAsWritten(mapTexts(value, redactSecrets)) as JsonValue;
}
