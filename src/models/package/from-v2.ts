import type {
  LanguageModelV2,
  LanguageModelV2CallOptions,
  LanguageModelV2CallWarning,
  LanguageModelV2FinishReason,
  LanguageModelV2StreamPart,
  LanguageModelV2Usage,
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
  SharedV3Warning,
} from '@ai-sdk/provider';

/** A model of the AI SDK 5 as one of the AI SDK 6. Only the stream is used, so only that is there. */
export function fromV2(model: LanguageModelV2): LanguageModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: () => Promise.reject(new TypeError('The model is asked for a stream.')),
    async doStream(options) {
      const { stream, ...rest } = await model.doStream(optionsV2(options));
      return { ...rest, stream: stream.pipeThrough(new TransformStream({ transform })) };
    },
  };
}

/** What we send is the same in both; only what we never send differs. */
function optionsV2(options: LanguageModelV3CallOptions): LanguageModelV2CallOptions {
  return options as LanguageModelV2CallOptions;
}

function transform(
  part: LanguageModelV2StreamPart,
  controller: TransformStreamDefaultController<LanguageModelV3StreamPart>,
): void {
  const same = partV3(part);
  if (same !== null) controller.enqueue(same);
}

/** Null for parts that make no difference to an answer. */
function partV3(part: LanguageModelV2StreamPart): LanguageModelV3StreamPart | null {
  switch (part.type) {
    case 'text-delta':
    case 'reasoning-delta':
    case 'tool-call':
    case 'response-metadata':
    case 'error':
      return part;
    case 'stream-start':
      return { type: 'stream-start', warnings: part.warnings.map(warningV3) };
    case 'finish':
      return { type: 'finish', usage: usageV3(part.usage), finishReason: reasonV3(part.finishReason) };
    default:
      return null;
  }
}

function warningV3(warning: LanguageModelV2CallWarning): SharedV3Warning {
  if (warning.type === 'other') return warning;
  const feature = warning.type === 'unsupported-setting' ? String(warning.setting) : 'a tool';
  return { type: 'unsupported', feature, ...(warning.details ? { details: warning.details } : {}) };
}

function reasonV3(reason: LanguageModelV2FinishReason) {
  return { unified: reason === 'unknown' ? ('other' as const) : reason, raw: reason };
}

function usageV3(usage: LanguageModelV2Usage): LanguageModelV3Usage {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens } = usage;
  return {
    inputTokens: {
      total: inputTokens,
      noCache: undefined,
      cacheRead: cachedInputTokens,
      cacheWrite: undefined,
    },
    outputTokens: { total: outputTokens, text: undefined, reasoning: reasoningTokens },
  };
}
