import { isDeepStrictEqual } from 'node:util';
import { readConfigFile } from '../../config/config-file.js';
import type { SettingKey } from '../../config/settings.js';
import { surveyConfig } from '../../config/survey-config.js';
import type { ConfigChangeDeps } from './config-deps.js';
import type { ConfigChangeOutput } from './outputs.js';
import { recordSettingChanges } from './record-setting-changes.js';
import { settingView } from './setting-view.js';

/** A change to one key of a configuration file. */
export interface SettingWork {
  readonly action: 'setting.set' | 'setting.unset';
  readonly key: SettingKey;
  readonly file: string;
  /** Writes the file. */
  readonly write: () => Promise<void>;
}

/** Makes a change, records it, and tells what it has led to: a stronger source may decide the value all the same. */
export async function configChange(
  deps: ConfigChangeDeps,
  { action, key, file, write }: SettingWork,
): Promise<ConfigChangeOutput> {
  const before = (await readConfigFile(file)).get(key);
  await write();
  const after = (await readConfigFile(file)).get(key);
  const changes = isDeepStrictEqual(before, after) ? [] : [{ key, before, after }];
  const warnings = await recordSettingChanges(deps, { action, changes, note: file });
  const { settings } = await surveyConfig(deps);
  const { origin } = settings[key];
  const overridden = !('file' in origin && origin.file === file) && origin.from !== 'default';
  return {
    file,
    setting: settingView(settings[key]),
    overridden,
    warnings,
    next: 'prompt-runner config list',
  };
}
