import { dirname } from 'node:path';
import type { Environment } from '../base/environment.js';
import { closestName } from '../base/text/closest-name.js';
import { type ConfigLayer, type ConfigSources, configLayers, fileLayer } from './config-layer.js';
import { ConfigError } from './errors.js';
import { describeOrigin, type Origin } from './origin.js';
import { type Setting, type SettingKey, settings } from './settings.js';
import { storeAddress } from './store-address.js';

/** A setting as it stands: the value in force, or what is wrong with it. */
export type SettingState = {
  readonly key: SettingKey;
  readonly origin: Origin;
} & ({ readonly value: unknown; readonly problem: null } | { readonly problem: ConfigError });

/** Something that keeps the configuration from being used, and where it stands. */
export interface ConfigProblem {
  readonly origin: Origin;
  readonly error: ConfigError;
}

/** All that can be said about a configuration, whether it can be used or not. */
export interface ConfigSurvey {
  readonly settings: Readonly<Record<SettingKey, SettingState>>;
  /** Files that cannot be read, then values that make no sense. */
  readonly problems: readonly ConfigProblem[];
  /** Keys that mean nothing, with the nearest that does. */
  readonly warnings: readonly string[];
}

/** Looks at the whole configuration: flag over environment over project file over user file over default. */
export async function surveyConfig(sources: ConfigSources): Promise<ConfigSurvey> {
  return surveyLayers(await configLayers(sources), sources);
}

/** Looks at one file as if there were nothing else. */
export async function surveyFile(
  owner: 'user' | 'project',
  file: string,
  sources: ConfigSources,
): Promise<ConfigSurvey> {
  return surveyLayers([await fileLayer(owner, file)], sources);
}

function surveyLayers(layers: readonly ConfigLayer[], sources: ConfigSources): ConfigSurvey {
  const states = settingKeys.map((key) => stateOf(key, layers, sources));
  const unreadable = layers.flatMap(({ origin, problem }) =>
    problem === null ? [] : [{ origin: origin('store'), error: problem }],
  );
  const senseless = states.flatMap(({ origin, problem }) =>
    problem === null ? [] : [{ origin, error: problem }],
  );
  return {
    settings: Object.fromEntries(states.map((state) => [state.key, state])) as ConfigSurvey['settings'],
    problems: [...unreadable, ...senseless],
    warnings: layers.flatMap(unknownKeys),
  };
}

/** Every key that means something. */
export const settingKeys = Object.keys(settings) as readonly SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key);
}

function stateOf(key: SettingKey, layers: readonly ConfigLayer[], { env, cwd }: ConfigSources): SettingState {
  const layer = layers.find(({ values }) => values.has(key));
  const origin: Origin = layer?.origin(key) ?? { from: 'default' };
  try {
    const value =
      layer === undefined ? settings[key].fallback(env) : parsed(key, layer.values.get(key), origin);
    return { key, origin, value: inForce(key, value, env, baseFolder(origin, cwd)), problem: null };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { key, origin, problem: error };
  }
}

function parsed(key: SettingKey, given: unknown, origin: Origin): unknown {
  const setting: Setting<unknown> = settings[key];
  const value = setting.parse(given);
  if (value !== undefined) return value;
  throw new ConfigError(`${key} (${describeOrigin(origin)}) has to be ${setting.expected}.`, {
    hint: setting.description,
  });
}

function inForce(key: SettingKey, value: unknown, env: Environment, folder: string): unknown {
  return key === 'store' ? storeAddress(String(value), env, folder) : value;
}

/** A path in a file is meant from that file's folder, wherever the command runs; any other from the working folder. */
function baseFolder(origin: Origin, cwd: string): string {
  return 'file' in origin ? dirname(origin.file) : cwd;
}

function unknownKeys({ values, origin }: ConfigLayer): string[] {
  return [...values.keys()]
    .filter((key) => !isSettingKey(key))
    .map((key) => {
      const nearest = closestName(key, settingKeys);
      const suggestion = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      return `Unknown setting "${key}" in ${describeOrigin(origin('store'))}.${suggestion}`;
    });
}
