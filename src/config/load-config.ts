import type { ConfigSources } from './config-layer.js';
import type { Origin } from './origin.js';
import type { SettingKey, SettingValues } from './settings.js';
import { type ConfigSurvey, surveyConfig } from './survey-config.js';

/** The configuration in force. */
export interface Config {
  readonly values: SettingValues;
  readonly origins: Readonly<Record<SettingKey, Origin>>;
  /** Keys that mean nothing, with the nearest that does. */
  readonly warnings: readonly string[];
}

/**
 * The configuration in force: flag over environment over project file over user file over default.
 *
 * @throws ConfigError when a file cannot be read or a value makes no sense
 */
export async function loadConfig(sources: ConfigSources): Promise<Config> {
  return usableConfig(await surveyConfig(sources));
}

/** @throws ConfigError when the survey found a problem */
export function usableConfig({ settings, problems, warnings }: ConfigSurvey): Config {
  const [first] = problems;
  if (first !== undefined) throw first.error;
  const states = Object.values(settings);
  const values = states.flatMap((state) => (state.problem === null ? [[state.key, state.value]] : []));
  return {
    values: Object.fromEntries(values) as SettingValues,
    origins: Object.fromEntries(states.map(({ key, origin }) => [key, origin])) as Config['origins'],
    warnings,
  };
}
