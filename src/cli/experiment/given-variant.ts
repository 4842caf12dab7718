import { UsageError } from '../usage-error.js';

/** A variant as the command line says it. */
export interface TypedVariant {
  readonly name: string;
  /** Undefined when a file says it, or when all stays as it is. */
  readonly prompt: string | undefined;
  /** The file that says which templates and models sessions are carried out with. */
  readonly strategy: string | undefined;
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

const STRATEGY = 'strategy:';

/**
 * Reads what stands after `--variant`: a name, a prompt or the file of a strategy, and what differs besides. A name alone
 * leaves all as it is.
 *
 * @throws UsageError
 * @example givenVariant('b=review@3,model=fake,temperature=0').parameters // { temperature: 0 }
 * @example givenVariant('b=strategy:b.yaml').strategy // 'b.yaml'
 */
export function givenVariant(typed: string): TypedVariant {
  const [first = '', ...others] = typed.split(',');
  const { key: name, value } = first.includes('=') ? pairIn(first, typed) : nameIn(first, typed);
  const isFile = value?.startsWith(STRATEGY) === true;
  let model: string | undefined;
  const parameters: Record<string, number> = {};
  for (const { key, value: said } of others.map((part) => pairIn(part, typed))) {
    if (key === 'model') model = said;
    else parameters[parameterNamed(key, typed)] = numberIn(said, typed);
  }
  return {
    name,
    prompt: isFile ? undefined : value,
    strategy: isFile ? value.slice(STRATEGY.length) : undefined,
    model,
    parameters,
  };
}

function nameIn(part: string, typed: string): { readonly key: string; readonly value: undefined } {
  const key = part.trim();
  if (key !== '') return { key, value: undefined };
  throw refused(typed, 'it has no name.');
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
