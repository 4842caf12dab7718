import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../base/environment.js';
import { userDataFolder } from './paths.js';

/** One thing that can be configured. */
export interface Setting<T> {
  readonly description: string;
  /** The environment variable that sets it. */
  readonly variable: string;
  /** The value as the program uses it; undefined when the text makes no sense. */
  readonly parse: (value: unknown) => T | undefined;
  readonly expected: string;
  readonly fallback: (env: Environment) => T;
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const positiveInteger = (value: unknown) => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

/** Everything that can be configured, by its key in a configuration file. */
export const settings = {
  store: {
    description: 'Where the record is kept: a file path; "env" takes the address from DATABASE_URL.',
    variable: 'PROMPT_RUNNER_DB',
    parse: text,
    expected: 'a path',
    fallback: (env) => join(userDataFolder(env), 'prompt-runner.db'),
  } satisfies Setting<string>,
  actor: {
    description: 'Who makes the changes, as the history records it.',
    variable: 'PROMPT_RUNNER_ACTOR',
    parse: text,
    expected: 'a name',
    fallback: () => userInfo().username,
  } satisfies Setting<string>,
  'request.max_bytes': {
    description: 'The largest feature request that is accepted, in bytes.',
    variable: 'PROMPT_RUNNER_REQUEST_MAX_BYTES',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 256 * 1024,
  } satisfies Setting<number>,
  'answer.max_bytes': {
    description: 'The largest answer that is accepted, in bytes.',
    variable: 'PROMPT_RUNNER_ANSWER_MAX_BYTES',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 128 * 1024 * 1024,
  } satisfies Setting<number>,
  'prompt.warn_tokens': {
    description: 'A prompt of more tokens than this is given out with a warning.',
    variable: 'PROMPT_RUNNER_PROMPT_WARN_TOKENS',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 60_000,
  } satisfies Setting<number>,
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValues = { readonly [Key in SettingKey]: ReturnType<(typeof settings)[Key]['fallback']> };
