import type { TokenUsage } from '../../spec/model-answer.js';
import type { AnswerDraft } from '../output/answer-draft.js';
import { type Fields, fieldListAt, fieldsAt, numberAt, textAt } from '../output/fields.js';
import { problemOfStatus, statusIn } from '../output/reported-problem.js';
import { addUsage } from '../output/token-sum.js';

/** Takes one event of `codex exec --json`. */
export function readCodexEvent(event: Fields, draft: AnswerDraft): void {
  switch (textAt(event, 'type')) {
    case 'thread.started':
      draft.session = textAt(event, 'thread_id');
      break;
    case 'item.started':
      beginItem(fieldsAt(event, 'item'), draft);
      break;
    case 'item.completed':
      endItem(fieldsAt(event, 'item'), draft);
      break;
    case 'turn.completed':
      draft.finished = true;
      draft.problem = null;
      draft.usage = addUsage(draft.usage, usageOf(fieldsAt(event, 'usage')));
      break;
    case 'turn.failed':
      fail(textAt(fieldsAt(event, 'error'), 'message'), draft);
      break;
    case 'error':
      fail(textAt(event, 'message'), draft);
      break;
  }
}

/** Commands and tools are told of when they begin; they may take long. */
function beginItem(item: Fields, draft: AnswerDraft): void {
  const type = textAt(item, 'type');
  if (type === 'command_execution') draft.useTool({ name: type, input: item });
  if (type === 'mcp_tool_call') draft.useTool({ name: textAt(item, 'tool') ?? type, input: {} });
}

function endItem(item: Fields, draft: AnswerDraft): void {
  const type = textAt(item, 'type');
  const text = textAt(item, 'text') ?? '';
  if (type === 'agent_message') draft.addMessage(text);
  if (type === 'reasoning') draft.addThought(text);
  // An item of this type is a notice; an error that ends the turn is an event.
  if (type === 'error') draft.tell(`warns: ${textAt(item, 'message') ?? ''}`);
  if (type === 'web_search') draft.useTool({ name: type, input: item });
  if (type === 'file_change') takeChanges(item, draft);
}

function takeChanges(item: Fields, draft: AnswerDraft): void {
  for (const change of fieldListAt(item, 'changes')) {
    const path = textAt(change, 'path');
    if (path === null) continue;
    draft.useTool({ name: 'file_change', input: { path } });
    if (textAt(item, 'status') !== 'failed') draft.changeFile(path);
  }
}

/** It has no field for what kind of error it is; the status is in the message when there was one. */
function fail(text: string | null, draft: AnswerDraft): void {
  const message = text ?? 'it does not say why';
  draft.problem = problemOfStatus(statusIn(message), message);
  draft.tell(`reports: ${message}`);
}

/** Input counts what was cached, output counts reasoning. */
function usageOf(usage: Fields): TokenUsage {
  return {
    input: numberAt(usage, 'input_tokens'),
    cachedInput: numberAt(usage, 'cached_input_tokens'),
    cacheWrite: numberAt(usage, 'cache_write_input_tokens'),
    output: numberAt(usage, 'output_tokens'),
    reasoning: numberAt(usage, 'reasoning_output_tokens'),
  };
}
