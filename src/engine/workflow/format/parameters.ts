import { yamlJson } from '../../../base/yaml/yaml-json.js';
import type { ModelParameters } from '../../../models/spec/model-request.js';
import { parameterLimits } from '../../../models/spec/parameter-limits.js';
import { list, mapping } from './shapes/collections.js';
import { optional, record } from './shapes/record.js';
import { integer, matching, number } from './shapes/scalars.js';
import { mapped, type Shape } from './shapes/shape.js';
import { anyValue } from './values.js';

const anyName = { schema: {}, faultIn: () => null };

/** How a model shall answer. */
export const parameters: Shape<ModelParameters> = mapped(
  record('the parameters', {
    temperature: optional(number(parameterLimits.temperature), null),
    top_p: optional(number(parameterLimits.topP), null),
    top_k: optional(integer(parameterLimits.topK), null),
    max_output_tokens: optional(integer(parameterLimits.maxOutputTokens), null),
    stop_sequences: optional(list(matching(/[\s\S]/, 'is empty')), null),
    seed: optional(integer(), null),
    presence_penalty: optional(number(parameterLimits.presencePenalty), null),
    frequency_penalty: optional(number(parameterLimits.frequencyPenalty), null),
    provider_options: optional(mapping(anyName, anyValue), null),
  }),
  (given) => ({
    ...(given.temperature !== null && { temperature: given.temperature }),
    ...(given.top_p !== null && { topP: given.top_p }),
    ...(given.top_k !== null && { topK: given.top_k }),
    ...(given.max_output_tokens !== null && { maxOutputTokens: given.max_output_tokens }),
    ...(given.stop_sequences !== null && { stopSequences: given.stop_sequences.map(({ value }) => value) }),
    ...(given.seed !== null && { seed: given.seed }),
    ...(given.presence_penalty !== null && { presencePenalty: given.presence_penalty }),
    ...(given.frequency_penalty !== null && { frequencyPenalty: given.frequency_penalty }),
    ...(given.provider_options !== null && {
      providerOptions: Object.fromEntries(
        given.provider_options.map(({ name, value }) => [name, yamlJson(value)]),
      ),
    }),
  }),
);
