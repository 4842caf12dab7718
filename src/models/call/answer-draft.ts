import type {
  LanguageModelV3FinishReason,
  LanguageModelV3GenerateResult,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from '@ai-sdk/provider';
import { type FinishReason, type ModelAnswer, type TokenUsage, unknownUsage } from '../spec/model-answer.js';
import type { Json, ToolCall } from '../spec/model-request.js';
import { countOf, type Dialect } from './dialect.js';
import { warningText } from './warning-text.js';

/** An answer as it comes in, part by part. */
export class AnswerDraft {
  readonly #dialect: Dialect | null;
  readonly #toolCalls: ToolCall[] = [];
  readonly #warnings: string[] = [];
  #text = '';
  #reasoning = '';
  #usage: TokenUsage = unknownUsage;
  #model: string | null = null;
  #responseId: string | null = null;
  /** Why the model stopped; null as long as nobody said so. */
  finish: LanguageModelV3FinishReason | null = null;
  /** The tools whose input is no JSON. */
  readonly brokenCalls: string[] = [];

  constructor(dialect: Dialect | null) {
    this.#dialect = dialect;
  }

  /** How much it holds, in characters. */
  get size(): number {
    return this.#text.length + this.#reasoning.length;
  }

  /** Whether there is anything to read or to do in it. */
  get isEmpty(): boolean {
    return this.#text.trim() === '' && this.#toolCalls.length === 0;
  }

  add(part: LanguageModelV3StreamPart): void {
    if (part.type === 'text-delta') this.#text += part.delta;
    else if (part.type === 'reasoning-delta') this.#reasoning += part.delta;
    else if (part.type === 'tool-call' && part.providerExecuted !== true) this.#addCall(part);
    else if (part.type === 'stream-start') this.#warnings.push(...part.warnings.map(warningText));
    else if (part.type === 'response-metadata') this.#identify(part.modelId, part.id);
    else if (part.type === 'finish') this.#finish(part);
  }

  /** Takes an answer that came in one piece. */
  addWhole({ content, warnings, response, finishReason, usage }: LanguageModelV3GenerateResult): void {
    this.#warnings.push(...warnings.map(warningText));
    this.#identify(response?.modelId, response?.id);
    for (const part of content) {
      if (part.type === 'text') this.#text += part.text;
      else if (part.type === 'reasoning') this.#reasoning += part.text;
      else if (part.type === 'tool-call' && part.providerExecuted !== true) this.#addCall(part);
    }
    this.#finish({ finishReason, usage });
  }

  /** The answer as far as it came. */
  answer(requestId: string | null): ModelAnswer {
    return {
      text: this.#text,
      reasoning: this.#reasoning,
      toolCalls: this.#toolCalls,
      finishReason: this.#finishReason(),
      usage: this.#usage,
      model: this.#model,
      requestId: requestId ?? this.#responseId,
      reportedCost: null,
      details: {},
      warnings: this.#warnings,
    };
  }

  /** Some servers say that they stopped for no reason in particular when it was for a tool. */
  #finishReason(): FinishReason {
    const reason = this.finish?.unified ?? 'other';
    const isVague = reason === 'stop' || reason === 'other';
    return isVague && this.finish !== null && this.#toolCalls.length > 0 ? 'tool-calls' : reason;
  }

  #identify(model: string | undefined, id: string | undefined): void {
    this.#model = model ?? this.#model;
    this.#responseId = id ?? this.#responseId;
  }

  #addCall({ toolCallId, toolName, input }: { toolCallId: string; toolName: string; input: string }): void {
    const parsed = parsedInput(input);
    if (parsed === undefined) this.brokenCalls.push(toolName);
    else this.#toolCalls.push({ id: toolCallId, name: toolName, input: parsed });
  }

  #finish({ finishReason, usage }: Pick<LanguageModelV3GenerateResult, 'finishReason' | 'usage'>): void {
    this.finish = finishReason;
    this.#usage = usageOf(usage, this.#dialect);
  }
}

function parsedInput(input: string): Json | undefined {
  try {
    return JSON.parse(input === '' ? '{}' : input);
  } catch {
    return undefined;
  }
}

function usageOf(usage: LanguageModelV3Usage, dialect: Dialect | null): TokenUsage {
  if (dialect !== null) return usage.raw === undefined ? unknownUsage : dialect.readUsage(usage.raw);
  const { inputTokens, outputTokens } = usage;
  return {
    input: countOf(inputTokens.total),
    cachedInput: countOf(inputTokens.cacheRead),
    cacheWrite: countOf(inputTokens.cacheWrite),
    output: countOf(outputTokens.total),
    reasoning: countOf(outputTokens.reasoning),
  };
}
