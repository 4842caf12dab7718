import * as z from 'zod/mini';
import type { Json } from '../../models/spec/model-request.js';
import { parameterLimits } from '../../models/spec/parameter-limits.js';
import { variablesInput } from '../prompt/rendered-prompt.js';
import { givenText } from '../session/given-text.js';
import { givenFile } from '../template/template-input.js';

const optional = z.optional;
const json = z.custom<Json>((value) => z.safeParse(z.json(), value).success, 'is no JSON value');
const number = z.number();
const between = ({ least, most }: { readonly least: number; readonly most: number }) =>
  number.check(z.minimum(least), z.maximum(most));

/** How the model shall answer; what is left out is the prompt's choice, or the provider's. */
export const givenParameters = z.object({
  temperature: optional(between(parameterLimits.temperature)),
  topP: optional(between(parameterLimits.topP)),
  topK: optional(z.int().check(z.minimum(parameterLimits.topK.least))),
  maxOutputTokens: optional(z.int().check(z.minimum(parameterLimits.maxOutputTokens.least))),
  stopSequences: optional(z.array(z.string().check(z.minLength(1)))),
  seed: optional(z.int()),
  presencePenalty: optional(between(parameterLimits.presencePenalty)),
  frequencyPenalty: optional(between(parameterLimits.frequencyPenalty)),
  providerOptions: optional(z.record(z.string(), json)),
});

/** What shall be asked, and of whom. */
export const questionInput = z.object({
  /** A prompt of the library: `review`, `review@7`, `review@production`. */
  prompt: optional(z.string()),
  /** A text, in place of a prompt; with variables it is rendered as a template, without it stays as it is. */
  text: optional(givenText),
  /** The system message, in place of the prompt's own. */
  system: optional(z.string()),
  ...variablesInput,
  /** Files that go along. */
  attachments: z._default(z.array(givenFile), []),
  /** The model: `provider:model`, an agent, or an alias; without it the prompt's own, else the default. */
  model: optional(z.string()),
  parameters: z._default(givenParameters, {}),
  /** `name=value` for what only this provider knows; a value is JSON, or a plain text. */
  options: z._default(z.readonly(z.array(z.string())), []),
  /** A JSON schema that the answer has to fit. */
  schema: optional(givenFile),
  /** What it may cost, in US dollars. */
  maxCost: optional(number.check(z.positive())),
  /** How long the answer may take. */
  timeoutSeconds: optional(number.check(z.positive(), z.maximum(86_400))),
  /** Ask the model although the answer to the same question is known. */
  fresh: z._default(z.boolean(), false),
});

/** With one thing to ask, and not two. */
export const oneQuestion = z.refine<{ prompt?: string | undefined; text?: unknown }>(
  ({ prompt, text }) => (prompt === undefined) !== (text === undefined),
  'Name a prompt, or give a text: one of the two.',
);

export type GivenQuestion = z.output<typeof questionInput>;
export type GivenParameters = z.output<typeof givenParameters>;
