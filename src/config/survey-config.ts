import { dirname } from 'node:path';
import type { Environment } from '../base/environment.js';
import { closestName } from '../base/text/closest-name.js';
import { isAddress } from '../base/text/is-address.js';
import { editCommand } from './config-file.js';
import { type ConfigLayer, type ConfigSources, configLayers, fileLayer } from './config-layer.js';
import { ConfigError } from './errors.js';
import { describeOrigin, type Origin } from './origin.js';
import { type Setting, type SettingKey, type SettingValue, settings } from './settings.js';
import { storeAddress } from './store-address.js';

/** A setting as it stands: the value in force, or what is wrong with it. */
export type SettingState = {
  readonly key: SettingKey;
  readonly origin: Origin;
} & ({ readonly value: SettingValue; readonly problem: null } | { readonly problem: ConfigError });

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
  /** The first of them alone: files whose values nobody knows. */
  readonly unreadable: readonly ConfigProblem[];
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
    unreadable,
    warnings: layers.flatMap(unknownKeys),
  };
}

/** Every key that means something. */
export const settingKeys = Object.keys(settings) as readonly SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key);
}

function stateOf(key: SettingKey, layers: readonly ConfigLayer[], { env, cwd }: ConfigSources): SettingState {
  const layer = layerFor(key, layers);
  const origin: Origin = layer?.origin(key) ?? { from: 'default' };
  try {
    const value =
      layer === undefined ? settings[key].fallback(env) : parsed(key, layer.values.get(key), origin);
    requireOwn(key, value, origin);
    return { key, origin, value: inForce(key, value, env, baseFolder(origin, cwd)), problem: null };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { key, origin, problem: error };
  }
}

/** The strongest layer that has a value; of a ceiling, the person's own file rather than a laxer project's. */
function layerFor(key: SettingKey, layers: readonly ConfigLayer[]): ConfigLayer | undefined {
  const [first, ...weaker] = layers.filter(({ values }) => values.has(key));
  const setting: Setting<SettingValue> = settings[key];
  if (first === undefined || setting.ceiling !== true || first.origin(key).from !== 'project') return first;
  const own = weaker.find(({ origin }) => origin(key).from === 'user');
  return own !== undefined && allows(setting, own, key) < allows(setting, first, key) ? own : first;
}

/** How much a ceiling allows; what makes no sense allows nothing, so that it is looked at. */
function allows({ parse }: Setting<SettingValue>, { values }: ConfigLayer, key: SettingKey): number {
  const value = parse(values.get(key));
  if (value === 'none') return Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? value : 0;
}

function parsed(key: SettingKey, given: unknown, origin: Origin): SettingValue {
  const setting: Setting<SettingValue> = settings[key];
  const value = setting.parse(given);
  if (value !== undefined) return value;
  throw new ConfigError(`${key} (${describeOrigin(origin)}) has to be ${setting.expected}.`, {
    hint: setting.description,
    next: 'file' in origin ? editCommand(origin.file) : undefined,
  });
}

/** The settings that say where what is kept goes. */
const PLACES: ReadonlySet<SettingKey> = new Set<SettingKey>(['store', 'cache']);

/** Anybody can write a project's file: it must not send what is kept to a server of theirs. */
function requireOwn(key: SettingKey, value: SettingValue, origin: Origin): void {
  if (!PLACES.has(key) || origin.from !== 'project' || !isServer(String(value))) return;
  throw new ConfigError(
    `${key} (${describeOrigin(origin)}) names a server, which a project's file must not.`,
    {
      hint: `Give the address in ${settings[key].variable} or in your own file (prompt-runner config set ${key} ADDRESS), and take it out of that one.`,
      next: 'file' in origin ? editCommand(origin.file) : undefined,
    },
  );
}

function isServer(store: string): boolean {
  return isAddress(store) && !store.startsWith('file:');
}

function inForce(key: SettingKey, value: SettingValue, env: Environment, folder: string): SettingValue {
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
