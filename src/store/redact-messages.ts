import type { ToolCall } from '../models/spec/model-request.js';
import type { KeptMessage } from './execution-messages.js';
import type { SecretRemoval } from './secret-removal.js';

/** Takes secrets out of what messages say, as they are kept; roles, and the ids and names of calls, stay. */
export function redactMessages(json: string, removal: SecretRemoval): string {
  const messages: readonly KeptMessage[] = JSON.parse(json);
  return removal.unlessClean(json, () => JSON.stringify(messages.map((one) => redactMessage(one, removal))));
}

function redactMessage(message: KeptMessage, removal: SecretRemoval): KeptMessage {
  if (message.role === 'tool') {
    const results = message.results.map((result) => ({
      ...result,
      call: redactToolCall(result.call, removal),
      text: removal.text(result.text),
    }));
    return { ...message, results };
  }
  const text = removal.text(message.text);
  if (message.role !== 'assistant' || message.toolCalls === undefined) return { ...message, text };
  return { ...message, text, toolCalls: message.toolCalls.map((call) => redactToolCall(call, removal)) };
}

export function redactToolCall(call: ToolCall, removal: SecretRemoval): ToolCall {
  return { ...call, input: removal.value(call.input) };
}
