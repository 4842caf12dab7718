import type { FinishReason, TokenUsage } from '../../spec/model-answer.js';
import type { AnswerDraft } from '../output/answer-draft.js';
import { type Fields, fieldListAt, fieldsAt, isFields, numberAt, textAt } from '../output/fields.js';
import { problemOfStatus, type ReportedProblem } from '../output/reported-problem.js';
import { addUsage, knownSum } from '../output/token-sum.js';

/** Takes one event of `claude -p --output-format stream-json`. */
export function readClaudeEvent(event: Fields, draft: AnswerDraft): void {
  draft.session = textAt(event, 'session_id') ?? draft.session;
  // What happens inside an agent that it started itself is not said to us.
  if (textAt(event, 'parent_tool_use_id') !== null) return;
  switch (textAt(event, 'type')) {
    case 'system':
      readNotice(event, draft);
      break;
    case 'assistant':
      readMessage(fieldsAt(event, 'message'), draft);
      break;
    case 'user':
      readToolResults(fieldsAt(event, 'message'), draft);
      break;
    case 'result':
      readResult(event, draft);
      break;
  }
}

function readNotice(event: Fields, draft: AnswerDraft): void {
  const subtype = textAt(event, 'subtype');
  if (subtype === 'init') draft.model = textAt(event, 'model') ?? draft.model;
  if (subtype !== 'api_retry') return;
  const status = numberAt(event, 'error_status');
  const message = `its provider answers ${[status, textAt(event, 'error')].filter(Boolean).join(' ')}`;
  draft.problem = problemOfStatus(status, message);
  draft.tell(`waits to try again: ${message}`);
}

function readMessage(message: Fields, draft: AnswerDraft): void {
  // A message of this model is one that the program wrote in the model's place, such as an error.
  if (textAt(message, 'model') === '<synthetic>') return;
  draft.model = textAt(message, 'model') ?? draft.model;
  // It was answered: what was tried again before has passed.
  draft.problem = null;
  for (const block of fieldListAt(message, 'content')) readBlock(block, draft);
}

function readBlock(block: Fields, draft: AnswerDraft): void {
  const type = textAt(block, 'type');
  if (type === 'text') draft.addMessage(textAt(block, 'text') ?? '');
  if (type === 'thinking') draft.addThought(textAt(block, 'thinking') ?? '');
  if (type !== 'tool_use') return;
  const input = fieldsAt(block, 'input');
  const name = textAt(block, 'name') ?? 'tool';
  draft.useTool({ name, input });
  const path = textAt(input, 'file_path') ?? textAt(input, 'notebook_path');
  if (path !== null && name !== 'Read') draft.expectChange(textAt(block, 'id') ?? '', path);
}

function readToolResults(message: Fields, draft: AnswerDraft): void {
  for (const block of fieldListAt(message, 'content')) {
    if (textAt(block, 'type') !== 'tool_result') continue;
    draft.endToolUse(textAt(block, 'tool_use_id') ?? '', block.is_error !== true);
  }
}

function readResult(event: Fields, draft: AnswerDraft): void {
  draft.finished = true;
  draft.usage = usageOf(event);
  draft.cost = numberAt(event, 'total_cost_usd');
  draft.finishReason = finishReasonOf(textAt(event, 'stop_reason'));
  draft.problem = problemOf(event, draft.finishReason);
  if (draft.problem !== null) return;
  const structured = event.structured_output;
  draft.result = structured === undefined ? textAt(event, 'result') : JSON.stringify(structured);
}

function problemOf(event: Fields, finishReason: FinishReason): ReportedProblem | null {
  const subtype = textAt(event, 'subtype') ?? '';
  const failed = event.is_error === true || subtype.startsWith('error');
  if (failed) return problemOfStatus(numberAt(event, 'api_error_status'), problemText(event, subtype));
  if (finishReason !== 'content-filter') return null;
  return { fault: 'refused', status: null, message: 'its provider refused to answer this' };
}

function problemText(event: Fields, subtype: string): string {
  if (subtype === 'error_max_budget_usd') return 'it has spent all that it may';
  const { errors } = event;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const text = typeof first === 'string' ? first : textAt(event, 'result');
  return text === null || text === '' ? subtype : text;
}

/** `modelUsage` counts all models that had a part in it; `usage` only the one that answers. */
function usageOf(event: Fields): TokenUsage {
  const models = Object.values(fieldsAt(event, 'modelUsage')).filter(isFields);
  if (models.length > 0) return models.map(usageOfModel).reduce(addUsage);
  const usage = fieldsAt(event, 'usage');
  return tokens(
    numberAt(usage, 'input_tokens'),
    numberAt(usage, 'cache_read_input_tokens'),
    numberAt(usage, 'cache_creation_input_tokens'),
    numberAt(usage, 'output_tokens'),
  );
}

function usageOfModel(model: Fields): TokenUsage {
  return tokens(
    numberAt(model, 'inputTokens'),
    numberAt(model, 'cacheReadInputTokens'),
    numberAt(model, 'cacheCreationInputTokens'),
    numberAt(model, 'outputTokens'),
  );
}

/** @param fresh the input that has nothing to do with the cache */
function tokens(
  fresh: number | null,
  cachedInput: number | null,
  cacheWrite: number | null,
  output: number | null,
): TokenUsage {
  return {
    input: knownSum(fresh, cachedInput, cacheWrite),
    cachedInput,
    cacheWrite,
    output,
    reasoning: null,
  };
}

function finishReasonOf(stopReason: string | null): FinishReason {
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded') return 'length';
  return stopReason === 'refusal' ? 'content-filter' : 'stop';
}
