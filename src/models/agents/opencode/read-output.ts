import type { FinishReason, TokenUsage } from '../../spec/model-answer.js';
import type { AnswerDraft } from '../output/answer-draft.js';
import { type Fields, fieldsAt, numberAt, textAt } from '../output/fields.js';
import { problemOfStatus } from '../output/reported-problem.js';
import { addUsage, knownSum } from '../output/token-sum.js';

const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  'content-filter': 'content-filter',
  'tool-calls': 'tool-calls',
};

/** Takes one event of `opencode run --format json`. */
export function readOpencodeEvent(event: Fields, draft: AnswerDraft): void {
  draft.session = textAt(event, 'sessionID') ?? draft.session;
  const part = fieldsAt(event, 'part');
  switch (textAt(event, 'type')) {
    case 'text':
      draft.extendMessage(textAt(part, 'text') ?? '', '\n\n');
      break;
    case 'reasoning':
      draft.addThought(textAt(part, 'text') ?? '');
      break;
    case 'tool_use':
      readTool(part, draft);
      break;
    case 'step_finish':
      endStep(part, draft);
      break;
    case 'error':
      fail(fieldsAt(event, 'error'), draft);
      break;
  }
}

function readTool(part: Fields, draft: AnswerDraft): void {
  const name = textAt(part, 'tool') ?? 'tool';
  const state = fieldsAt(part, 'state');
  const input = fieldsAt(state, 'input');
  draft.useTool({ name, input });
  const path = textAt(input, 'filePath');
  const changed = (name === 'write' || name === 'edit') && textAt(state, 'status') === 'completed';
  if (path !== null && changed) draft.changeFile(path);
}

/** Every step counts for itself. A step that ends for its tools is followed by another one. */
function endStep(part: Fields, draft: AnswerDraft): void {
  draft.usage = addUsage(draft.usage, usageOf(fieldsAt(part, 'tokens')));
  // Nothing is what it also says of a model whose price it does not know.
  draft.cost = knownSum(draft.cost, numberAt(part, 'cost') || null);
  draft.finishReason = finishReasons[textAt(part, 'reason') ?? ''] ?? 'other';
  draft.finished = draft.finishReason !== 'tool-calls';
  draft.problem =
    draft.finishReason === 'content-filter'
      ? { fault: 'refused', status: null, message: 'its provider refused to answer this' }
      : null;
}

function fail(error: Fields, draft: AnswerDraft): void {
  const data = fieldsAt(error, 'data');
  const message = textAt(data, 'message') ?? textAt(error, 'name') ?? 'it does not say why';
  draft.problem =
    textAt(error, 'name') === 'ProviderAuthError'
      ? { fault: 'auth', status: null, message }
      : problemOfStatus(numberAt(data, 'statusCode'), message);
  draft.tell(`reports: ${message}`);
}

/** Input is counted without what was cached, output without reasoning. */
function usageOf(tokens: Fields): TokenUsage {
  const cache = fieldsAt(tokens, 'cache');
  const cachedInput = numberAt(cache, 'read');
  const cacheWrite = numberAt(cache, 'write');
  const reasoning = numberAt(tokens, 'reasoning');
  return {
    input: knownSum(numberAt(tokens, 'input'), cachedInput, cacheWrite),
    cachedInput,
    cacheWrite,
    output: knownSum(numberAt(tokens, 'output'), reasoning),
    reasoning,
  };
}
