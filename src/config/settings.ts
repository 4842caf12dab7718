import { join } from 'node:path';
import type { Environment } from '../base/environment.js';
import { systemUser } from '../base/system-user.js';
import { cacheAddress, STORE_ALONE } from './cache-address.js';
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
  /**
   * Set for a limit on money. A repository is somebody else's text: its file may lower what a person's own
   * file allows, and never raise it.
   */
  readonly ceiling?: true;
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const positiveInteger = (value: unknown) => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

/** A number above 0, or `none` for no limit. */
const limit = (value: unknown): number | 'none' | undefined => {
  if (value === 'none') return value;
  const number = typeof value === 'string' && /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
};

const yesOrNo = (value: unknown) => {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
};

/** A list in a file, or words divided by commas. */
const words = (value: unknown): readonly string[] | undefined => {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : null;
  if (list === null || !list.every((word) => typeof word === 'string')) return undefined;
  const named = list.map((word) => word.trim()).filter((word) => word !== '');
  return named.length === 1 && named[0] === 'none' ? [] : named;
};

/** Everything that can be configured, by its key in a configuration file. */
export const settings = {
  store: {
    description:
      'Where the record is kept: a file path, or postgres://USER@HOST/DATABASE; "env" takes it from DATABASE_URL.',
    variable: 'PROMPT_RUNNER_DB',
    parse: text,
    expected: 'a path or an address',
    fallback: (env) => join(userDataFolder(env), 'prompt-runner.db'),
  } satisfies Setting<string>,
  actor: {
    description: 'Who makes the changes, as the history records it.',
    variable: 'PROMPT_RUNNER_ACTOR',
    parse: text,
    expected: 'a name',
    fallback: () => systemUser(),
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
  'prompt.max_bytes': {
    description: 'The largest prompt that the library takes, in bytes.',
    variable: 'PROMPT_RUNNER_PROMPT_MAX_BYTES',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 1024 * 1024,
  } satisfies Setting<number>,
  'prompt.protected_labels': {
    description: 'Labels that only --force moves once they stand, divided by commas; "none" for none.',
    variable: 'PROMPT_RUNNER_PROMPT_PROTECTED_LABELS',
    parse: words,
    expected: 'words divided by commas',
    fallback: (): readonly string[] => ['production'],
  } satisfies Setting<readonly string[]>,
  'templates.stored': {
    description: 'Whether sessions take templates of the library; otherwise the built-in ones.',
    variable: 'PROMPT_RUNNER_TEMPLATES_STORED',
    parse: yesOrNo,
    expected: 'true or false',
    fallback: (): boolean => true,
  } satisfies Setting<boolean>,
  'prompt.warn_tokens': {
    description: 'A prompt of more tokens than this is given out with a warning.',
    variable: 'PROMPT_RUNNER_PROMPT_WARN_TOKENS',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 60_000,
  } satisfies Setting<number>,
  'model.default': {
    description: 'The model that is asked when none is named: provider:model, an agent, an alias.',
    variable: 'PROMPT_RUNNER_MODEL',
    parse: text,
    expected: 'a model',
    fallback: () => 'none',
  } satisfies Setting<string>,
  'model.timeout_seconds': {
    description: 'The longest that an answer may take.',
    variable: 'PROMPT_RUNNER_MODEL_TIMEOUT_SECONDS',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 600,
  } satisfies Setting<number>,
  'model.idle_seconds': {
    description: 'The longest that nothing may come of an answer.',
    variable: 'PROMPT_RUNNER_MODEL_IDLE_SECONDS',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 120,
  } satisfies Setting<number>,
  'agent.timeout_seconds': {
    description: 'The longest that a coding agent may work on a step.',
    variable: 'PROMPT_RUNNER_AGENT_TIMEOUT_SECONDS',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 3600,
  } satisfies Setting<number>,
  'cost.max_per_run': {
    description: 'What one run may cost, in US dollars.',
    variable: 'PROMPT_RUNNER_COST_MAX_PER_RUN',
    parse: limit,
    expected: 'a number above 0, or none',
    fallback: (): number | 'none' => 'none',
    ceiling: true,
  } satisfies Setting<number | 'none'>,
  'cost.max_per_session': {
    description: 'What all runs of a session may cost together, in US dollars.',
    variable: 'PROMPT_RUNNER_COST_MAX_PER_SESSION',
    parse: limit,
    expected: 'a number above 0, or none',
    fallback: (): number | 'none' => 'none',
    ceiling: true,
  } satisfies Setting<number | 'none'>,
  'cost.max_per_day': {
    description: 'What everything may cost in a day that begins at midnight UTC, in US dollars.',
    variable: 'PROMPT_RUNNER_COST_MAX_PER_DAY',
    parse: limit,
    expected: 'a number above 0, or none',
    fallback: (): number | 'none' => 'none',
    ceiling: true,
  } satisfies Setting<number | 'none'>,
  cache: {
    description:
      'Where copies of cached answers are: store for the store alone, or redis://HOST:PORT in front of it.',
    variable: 'PROMPT_RUNNER_CACHE',
    parse: cacheAddress,
    expected: 'store, or an address such as redis://localhost:6379',
    fallback: () => STORE_ALONE,
  } satisfies Setting<string>,
  'cache.max_age_days': {
    description: 'How old an answer may be that is given again to the same question; none for never.',
    variable: 'PROMPT_RUNNER_CACHE_MAX_AGE_DAYS',
    parse: limit,
    expected: 'a number above 0, or none',
    fallback: (): number | 'none' => 30,
  } satisfies Setting<number | 'none'>,
  'context.max_tokens': {
    description: 'How much a model that cannot look around is told of the repository, in tokens.',
    variable: 'PROMPT_RUNNER_CONTEXT_MAX_TOKENS',
    parse: positiveInteger,
    expected: 'a whole number above 0',
    fallback: () => 24_000,
  } satisfies Setting<number>,
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValues = { readonly [Key in SettingKey]: ReturnType<(typeof settings)[Key]['fallback']> };
/** What any of them may be. */
export type SettingValue = string | number | boolean | readonly string[];
