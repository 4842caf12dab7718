import type { LanguageModelV3CallOptions, LanguageModelV3FunctionTool } from '@ai-sdk/provider';
import type { ModelParameters, ModelRequest, ModelTool } from '../spec/model-request.js';
import { promptOf } from './prompt-of.js';

/** What the SDK calls a schema of ours. */
type Schema = LanguageModelV3FunctionTool['inputSchema'];

/** A request as the SDK takes it. */
export function callOptionsOf(request: ModelRequest, signal: AbortSignal): LanguageModelV3CallOptions {
  return {
    prompt: promptOf(request.messages),
    abortSignal: signal,
    ...settingsOf(request.parameters),
    ...(request.responseSchema === null
      ? {}
      : { responseFormat: { type: 'json', schema: schemaOf(request.responseSchema), name: 'answer' } }),
    ...(request.tools.length === 0
      ? {}
      : { tools: request.tools.map(toolOf), toolChoice: { type: 'auto' as const } }),
  };
}

function settingsOf({ providerOptions: _, stopSequences, ...numbers }: ModelParameters) {
  return { ...numbers, ...(stopSequences === undefined ? {} : { stopSequences: [...stopSequences] }) };
}

function toolOf({ name, description, inputSchema }: ModelTool): LanguageModelV3FunctionTool {
  return { type: 'function', name, description, inputSchema: schemaOf(inputSchema) };
}

/** A schema is what it is: the provider reads it, we do not. */
function schemaOf(schema: ModelTool['inputSchema']): Schema {
  return schema as Schema;
}
