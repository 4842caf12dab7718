import type { TokenUsage } from '../../spec/model-answer.js';
import type { AnswerDraft } from '../output/answer-draft.js';
import { type Fields, fieldsAt, numberAt, textAt } from '../output/fields.js';
import { problemOfStatus, statusIn } from '../output/reported-problem.js';

const changing: ReadonlySet<string> = new Set(['write_file', 'replace']);

/** Takes one event of `gemini -o stream-json`. */
export function readGeminiEvent(event: Fields, draft: AnswerDraft): void {
  switch (textAt(event, 'type')) {
    case 'init':
      draft.session = textAt(event, 'session_id');
      draft.model = textAt(event, 'model');
      break;
    case 'message':
      if (textAt(event, 'role') === 'assistant') draft.extendMessage(textAt(event, 'content') ?? '', '');
      break;
    case 'tool_use':
      beginTool(event, draft);
      break;
    case 'tool_result':
      draft.endToolUse(textAt(event, 'tool_id') ?? '', textAt(event, 'status') === 'success');
      break;
    case 'error':
      draft.tell(`warns: ${textAt(event, 'message') ?? ''}`);
      break;
    case 'result':
      readResult(event, draft);
      break;
  }
}

function beginTool(event: Fields, draft: AnswerDraft): void {
  const name = textAt(event, 'tool_name') ?? 'tool';
  const input = fieldsAt(event, 'parameters');
  draft.useTool({ name, input });
  const path = textAt(input, 'file_path');
  if (path !== null && changing.has(name)) draft.expectChange(textAt(event, 'tool_id') ?? '', path);
}

function readResult(event: Fields, draft: AnswerDraft): void {
  draft.finished = true;
  draft.usage = usageOf(fieldsAt(event, 'stats'));
  if (textAt(event, 'status') !== 'error') return;
  const error = fieldsAt(event, 'error');
  const message = textAt(error, 'message') ?? 'it does not say why';
  draft.problem = /Authentication/.test(textAt(error, 'type') ?? '')
    ? { fault: 'auth', status: null, message }
    : problemOfStatus(statusIn(message), message);
}

/** Its output tokens are without its thoughts, which are in the total only. */
function usageOf(stats: Fields): TokenUsage {
  const input = numberAt(stats, 'input_tokens');
  const written = numberAt(stats, 'output_tokens');
  const total = numberAt(stats, 'total_tokens');
  const all =
    total === null || input === null || written === null ? written : Math.max(written, total - input);
  return {
    input,
    cachedInput: numberAt(stats, 'cached'),
    cacheWrite: null,
    output: all,
    reasoning: all === null || written === null ? null : all - written,
  };
}
