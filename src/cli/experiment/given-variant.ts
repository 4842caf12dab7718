import { UsageError } from '../usage-error.js';

/** A variant as the command line says it. */
export interface TypedVariant {
  readonly name: string;
  readonly prompt: string;
  readonly model: string | undefined;
  readonly parameters: {
    readonly temperature?: number;
    readonly topP?: number;
    readonly maxOutputTokens?: number;
    readonly seed?: number;
  };
}

const parameterNames = {
  temperature: 'temperature',
  'top-p': 'topP',
  'max-tokens': 'maxOutputTokens',
  seed: 'seed',
} as const;

/**
 * Reads what stands after `--variant`: a name, a prompt, and what differs besides.
 *
 * @throws UsageError
 * @example givenVariant('b=review@3,model=fake,temperature=0').parameters // { temperature: 0 }
 */
export function givenVariant(typed: string): TypedVariant {
  const [first = '', ...others] = typed.split(',');
  const { key: name, value: prompt } = pairIn(first, typed);
  let model: string | undefined;
  const parameters: Record<string, number> = {};
  for (const { key, value } of others.map((part) => pairIn(part, typed))) {
    if (key === 'model') model = value;
    else parameters[parameterNamed(key, typed)] = numberIn(value, typed);
  }
  return { name, prompt, model, parameters };
}

function pairIn(part: string, typed: string): { readonly key: string; readonly value: string } {
  const equals = part.indexOf('=');
  const [key, value] = [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
  if (equals > 0 && key !== '' && value !== '') return { key, value };
  throw refused(typed, `"${part}" is no NAME=VALUE.`);
}

function parameterNamed(key: string, typed: string): string {
  const found = Object.entries(parameterNames).find(([name]) => name === key);
  if (found !== undefined) return found[1];
  throw refused(typed, `A variant has no "${key}"; it has model, ${Object.keys(parameterNames).join(', ')}.`);
}

function numberIn(value: string, typed: string): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw refused(typed, `"${value}" is no number.`);
}

function refused(typed: string, why: string): UsageError {
  return new UsageError(`--variant cannot be "${typed}": ${why}`, {
    hint: 'For instance --variant b=review@3,model=openai:gpt-5-mini,temperature=0.',
  });
}
