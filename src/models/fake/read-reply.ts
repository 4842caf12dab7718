import { finishReasons, type TokenUsage } from '../spec/model-answer.js';
import { faultClasses } from '../spec/model-fault.js';
import type { ToolCall } from '../spec/model-request.js';
import type { YamlNode } from '../yaml/yaml-node.js';
import { echoReply, type FakeFault, type FakeReply } from './fake-script.js';

/** All that can be said of a reply. */
export const REPLY_KEYS = [
  'answer',
  'file',
  'reasoning',
  'tool_calls',
  'usage',
  'finish',
  'delay_ms',
  'pause_ms',
  'chunk',
  'fault',
  'status',
  'retry_after_ms',
] as const;

type ReplyFields = { readonly [K in (typeof REPLY_KEYS)[number]]?: YamlNode };

/** @param fileOf reads the file that a value names */
export function readReply(fields: ReplyFields, fileOf: (node: YamlNode) => string): FakeReply {
  const { answer, file, reasoning, tool_calls, usage, finish, delay_ms, pause_ms, chunk } = fields;
  if (answer !== undefined && file !== undefined) throw file.refuse('does not go with "answer"');
  const toolCalls = tool_calls?.items().map(readToolCall) ?? [];
  const fault = readFault(fields);
  // Only a reply that says nothing at all repeats.
  const isSilent = toolCalls.length > 0 || fault !== null;
  return {
    text: answer?.text() ?? (file === undefined ? null : fileOf(file)) ?? (isSilent ? '' : echoReply.text),
    reasoning: reasoning?.text() ?? '',
    toolCalls,
    usage: usage === undefined ? echoReply.usage : readUsage(usage),
    finish: finish?.oneOf(finishReasons) ?? (toolCalls.length > 0 ? 'tool-calls' : 'stop'),
    delayMs: delay_ms?.number() ?? 0,
    pauseMs: pause_ms?.number() ?? 0,
    chunk: chunk?.integer(1) ?? echoReply.chunk,
    fault,
  };
}

function readFault({ fault, status, retry_after_ms }: ReplyFields): FakeFault | null {
  if (fault === undefined) {
    const lone = status ?? retry_after_ms;
    if (lone !== undefined) throw lone.refuse('needs a "fault"');
    return null;
  }
  return {
    fault: fault.oneOf(faultClasses),
    status: status?.integer(100) ?? null,
    retryAfterMs: retry_after_ms?.number() ?? null,
  };
}

function readToolCall(node: YamlNode, at: number): ToolCall {
  const { id, name, input } = node.fields(['id', 'name', 'input']);
  if (name === undefined) throw node.refuse('lacks "name", the tool that is to be used');
  return { id: id?.text() ?? `call-${at + 1}`, name: name.text(), input: input?.json() ?? {} };
}

function readUsage(node: YamlNode): TokenUsage {
  const { input, cached_input, cache_write, output, reasoning } = node.fields([
    'input',
    'cached_input',
    'cache_write',
    'output',
    'reasoning',
  ]);
  return {
    input: input?.integer() ?? null,
    cachedInput: cached_input?.integer() ?? null,
    cacheWrite: cache_write?.integer() ?? null,
    output: output?.integer() ?? null,
    reasoning: reasoning?.integer() ?? null,
  };
}
