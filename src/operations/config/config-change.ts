import type { SettingKey } from '../../config/settings.js';
import { surveyConfig } from '../../config/survey-config.js';
import type { ConfigDeps } from './config-deps.js';
import type { ConfigChangeOutput } from './outputs.js';
import { settingView } from './setting-view.js';

/** What a change to a file has led to: a stronger source may decide the value all the same. */
export async function configChange(
  sources: ConfigDeps,
  key: SettingKey,
  file: string,
): Promise<ConfigChangeOutput> {
  const { settings } = await surveyConfig(sources);
  const { origin } = settings[key];
  const overridden = !('file' in origin && origin.file === file) && origin.from !== 'default';
  return { file, setting: settingView(settings[key]), overridden, next: 'prompt-runner config list' };
}
