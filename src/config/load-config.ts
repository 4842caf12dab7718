import { dirname, isAbsolute, resolve } from 'node:path';
import type { Environment } from '../base/environment.js';
import { closestName } from '../base/text/closest-name.js';
import { findProjectFile, readConfigFile } from './config-file.js';
import { ConfigError } from './errors.js';
import { userConfigFile } from './paths.js';
import { type Setting, type SettingKey, type SettingValues, settings } from './settings.js';

/** Where a value came from: the default, a file, an environment variable or a flag. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'user' | 'project'; readonly file: string }
  | { readonly from: 'environment'; readonly variable: string }
  | { readonly from: 'flag' };

export interface Config {
  readonly values: SettingValues;
  readonly origins: Readonly<Record<SettingKey, Origin>>;
  /** Keys that mean nothing, with the nearest that does. */
  readonly warnings: readonly string[];
}

export interface ConfigSources {
  readonly env: Environment;
  readonly cwd: string;
  /** Values given on the command line, by key. */
  readonly flags: Partial<Record<SettingKey, string>>;
}

interface Layer {
  readonly origin: (key: SettingKey) => Origin;
  readonly values: ReadonlyMap<string, unknown>;
}

/**
 * The configuration in force: flag over environment over project file over user file over default.
 *
 * @throws ConfigError when a file cannot be read or a value makes no sense
 */
export async function loadConfig({ env, cwd, flags }: ConfigSources): Promise<Config> {
  const layers = [
    { origin: () => ({ from: 'flag' }) as const, values: new Map(Object.entries(flags)) },
    environmentLayer(env),
    await fileLayer('project', findProjectFile(cwd)),
    await fileLayer('user', userConfigFile(env)),
  ];
  const chosen = (Object.keys(settings) as SettingKey[]).map(
    (key) => [key, choose(key, layers, env)] as const,
  );
  const values = Object.fromEntries(chosen.map(([key, { value }]) => [key, value])) as SettingValues;
  const origins = Object.fromEntries(chosen.map(([key, { origin }]) => [key, origin])) as Config['origins'];
  return {
    values: { ...values, store: storeAddress(values.store, env, baseFolder(origins.store, cwd)) },
    origins,
    warnings: layers.flatMap(unknownKeys),
  };
}

function environmentLayer(env: Environment): Layer {
  const set = Object.entries(settings).flatMap(([key, { variable }]) => {
    const value = env[variable];
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
  return {
    origin: (key) => ({ from: 'environment', variable: settings[key].variable }),
    values: new Map(set),
  };
}

async function fileLayer(from: 'user' | 'project', file: string | null): Promise<Layer> {
  if (file === null) return { origin: () => ({ from: 'default' }), values: new Map() };
  return { origin: () => ({ from, file }), values: await readConfigFile(file) };
}

function choose(
  key: SettingKey,
  layers: readonly Layer[],
  env: Environment,
): { value: unknown; origin: Origin } {
  const setting: Setting<unknown> = settings[key];
  const layer = layers.find(({ values }) => values.has(key));
  if (layer === undefined) return { value: setting.fallback(env), origin: { from: 'default' } };
  const origin = layer.origin(key);
  const value = setting.parse(layer.values.get(key));
  if (value === undefined) {
    throw new ConfigError(`${key} (${describeOrigin(origin)}) has to be ${setting.expected}.`, {
      hint: setting.description,
    });
  }
  return { value, origin };
}

/** @example describeOrigin({ from: 'environment', variable: 'PROMPT_RUNNER_DB' }) === '$PROMPT_RUNNER_DB' */
export function describeOrigin(origin: Origin): string {
  switch (origin.from) {
    case 'default':
      return 'default';
    case 'flag':
      return 'command line';
    case 'environment':
      return `$${origin.variable}`;
    default:
      return origin.file;
  }
}

/** A path in a file is meant from that file's folder, wherever the command runs; any other from the working folder. */
function baseFolder(origin: Origin, cwd: string): string {
  return 'file' in origin ? dirname(origin.file) : cwd;
}

/** DATABASE_URL belongs to the user's own application: it is read only when the configuration says so. */
function storeAddress(store: string, env: Environment, folder: string): string {
  const address = store === 'env' ? env.DATABASE_URL : store;
  if (address === undefined) {
    throw new ConfigError('store is "env", and DATABASE_URL is not set.', { hint: 'Set it, or give --db.' });
  }
  const path = address.replace(/^(?:file:(?:\/\/(?=\/))?)/, '');
  return path.includes('://') || path === ':memory:' || isAbsolute(path) ? path : resolve(folder, path);
}

function unknownKeys({ values, origin }: Layer): string[] {
  return [...values.keys()]
    .filter((key) => !Object.hasOwn(settings, key))
    .map((key) => {
      const nearest = closestName(key, Object.keys(settings));
      const suggestion = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      return `Unknown setting "${key}" in ${describeOrigin(origin('store'))}.${suggestion}`;
    });
}
