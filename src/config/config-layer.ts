import type { Environment } from '../base/environment.js';
import { findProjectFile, readConfigFile } from './config-file.js';
import { ConfigError } from './errors.js';
import type { Origin } from './origin.js';
import { userConfigFile } from './paths.js';
import { type SettingKey, settings } from './settings.js';

/** What a configuration is put together from. */
export interface ConfigSources {
  readonly env: Environment;
  readonly cwd: string;
  /** Values given on the command line, by key. */
  readonly flags: Partial<Record<SettingKey, string>>;
}

/** The values that one source gives, before anybody has looked whether they make sense. */
export interface ConfigLayer {
  readonly origin: (key: SettingKey) => Origin;
  readonly values: ReadonlyMap<string, unknown>;
  /** Why the source could not be read; then it has no values. */
  readonly problem: ConfigError | null;
}

/** The sources, the strongest first. */
export async function configLayers({ env, cwd, flags }: ConfigSources): Promise<ConfigLayer[]> {
  return [
    { origin: () => ({ from: 'flag' }), values: new Map(Object.entries(flags)), problem: null },
    environmentLayer(env),
    await fileLayer('project', findProjectFile(cwd)),
    await fileLayer('user', userConfigFile(env)),
  ];
}

function environmentLayer(env: Environment): ConfigLayer {
  const set = Object.entries(settings).flatMap(([key, { variable }]) => {
    const value = env[variable];
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
  return {
    origin: (key) => ({ from: 'environment', variable: settings[key].variable }),
    values: new Map(set),
    problem: null,
  };
}

/** What a file gives; nothing when there is none. */
export async function fileLayer(from: 'user' | 'project', file: string | null): Promise<ConfigLayer> {
  if (file === null) return { origin: () => ({ from: 'default' }), values: new Map(), problem: null };
  const origin = () => ({ from, file });
  try {
    return { origin, values: await readConfigFile(file), problem: null };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { origin, values: new Map(), problem: error };
  }
}
