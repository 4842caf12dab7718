import * as z from 'zod/mini';
import type { JsonObject, JsonValue } from '../../formats/json-value.js';
import type { Json, ModelParameters } from '../../models/spec/model-request.js';
import { InvalidInputError } from '../operation.js';
import { type GivenParameters, givenParameters } from './run-input.js';

type Key = keyof GivenParameters;

/** Our names, by theirs: small letters without what divides them. */
const keys: Readonly<Record<string, Key>> = {
  temperature: 'temperature',
  topp: 'topP',
  topk: 'topK',
  maxtokens: 'maxOutputTokens',
  maxoutputtokens: 'maxOutputTokens',
  maxcompletiontokens: 'maxOutputTokens',
  numpredict: 'maxOutputTokens',
  stop: 'stopSequences',
  stopsequences: 'stopSequences',
  seed: 'seed',
  presencepenalty: 'presencePenalty',
  frequencypenalty: 'frequencyPenalty',
  provideroptions: 'providerOptions',
};

/** Parameters, and what of a prompt's own could not be heeded. */
export interface ReadParameters {
  readonly parameters: ModelParameters;
  readonly warnings: readonly string[];
}

/** The parameters that a prompt asks for, under the names that its file gives them. */
export function parametersOfPrompt(settings: JsonObject): ReadParameters {
  const parameters: Record<string, unknown> = {};
  const warnings: string[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const key = keys[name.toLowerCase().replace(/[_-]/g, '')];
    const read = key && readParameter(key, value);
    if (key !== undefined && read !== undefined) parameters[key] = read;
    else warnings.push(notHeeded(name, value, key));
  }
  // Each was checked by itself.
  return { parameters: parameters as ModelParameters, warnings };
}

function readParameter(key: Key, value: JsonValue): unknown {
  const list = key === 'stopSequences' && typeof value === 'string' ? [value] : value;
  const read = z.safeParse(givenParameters.shape[key], list);
  return read.success ? read.data : undefined;
}

function notHeeded(name: string, value: JsonValue, key: Key | undefined): string {
  const shown = JSON.stringify(value);
  if (key !== undefined) return `The prompt asks for ${name} ${shown}, which makes no sense; it is left out.`;
  return `The prompt asks for ${name} ${shown}, which is not known here; it is left out. If the provider knows it: --option '${name}=${shown}'`;
}

/** What the caller says goes before what the prompt asks for, option by option. */
export function mergedParameters(
  ofPrompt: ModelParameters,
  given: GivenParameters | ModelParameters,
  options: readonly string[],
): ModelParameters {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const providerOptions = {
    ...ofPrompt.providerOptions,
    ...given.providerOptions,
    ...Object.fromEntries(options.map(readOption)),
  };
  return {
    ...ofPrompt,
    ...said,
    ...(Object.keys(providerOptions).length > 0 && { providerOptions }),
  };
}

function readOption(option: string): readonly [name: string, value: Json] {
  const end = option.indexOf('=');
  if (end > 0) return [option.slice(0, end), optionValue(option, option.slice(end + 1))];
  throw new InvalidInputError(`"${option}" is no option: it has no name and value.`, {
    hint: 'Write NAME=VALUE, for instance reasoning_effort=low.',
  });
}

/** What begins like JSON has to be JSON; words stay words. */
function optionValue(option: string, text: string): Json {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!/^\s*[[{"]/.test(text)) return text;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidInputError(`The value in "${option}" begins like JSON and is none: ${reason}.`);
  }
}
