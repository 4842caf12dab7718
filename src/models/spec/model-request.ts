/** Any value that JSON can express. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A file that goes with a message. */
export interface Attachment {
  /** The file's name, without its folder. */
  readonly name: string;
  /** For instance `image/png`, `text/plain`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One message of a conversation, as a model is given it. */
export type ModelMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly text: string; readonly attachments?: readonly Attachment[] }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly results: readonly ToolResult[] };

/** A model's wish that a tool be used. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: Json;
}

/** What came of it. */
export interface ToolResult {
  readonly call: ToolCall;
  readonly text: string;
  readonly failed: boolean;
}

/** A tool that a model may use. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON schema of its input. */
  readonly inputSchema: { readonly [key: string]: Json };
}

/** How a model shall answer; what is left out is the provider's choice. */
export interface ModelParameters {
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly maxOutputTokens?: number;
  readonly stopSequences?: readonly string[];
  readonly seed?: number;
  readonly presencePenalty?: number;
  readonly frequencyPenalty?: number;
  /** What only this provider knows, handed on as it is: `{ "reasoning_effort": "low" }`. */
  readonly providerOptions?: { readonly [key: string]: Json };
}

/** What an agent may do in a folder. */
export interface AgentTask {
  /** The folder that it works in, absolute. */
  readonly folder: string;
  /** Whether it may change files, or only look at them. */
  readonly access: 'read' | 'write';
  /** The most that it may spend, in US dollars, where the agent has such a limit of its own. */
  readonly maxCost?: number;
}

/** All that is asked of a model, whoever its provider is. */
export interface ModelRequest {
  /** At least one. */
  readonly messages: readonly ModelMessage[];
  readonly parameters: ModelParameters;
  /** JSON schema of the answer; null for text. */
  readonly responseSchema: { readonly [key: string]: Json } | null;
  readonly tools: readonly ModelTool[];
  /** Where an agent works; models without tools of their own do not look at it. */
  readonly agent: AgentTask | null;
}
