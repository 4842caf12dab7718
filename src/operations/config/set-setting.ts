import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { withoutPassword } from '../../base/text/without-password.js';
import { writeSetting } from '../../config/edit-config-file.js';
import { ConfigError } from '../../config/errors.js';
import { type Setting, type SettingKey, type SettingValue, settings } from '../../config/settings.js';
import { storeAsWritten } from '../../config/store-address.js';
import { operation } from '../operation.js';
import { configChange } from './config-change.js';
import type { ConfigChangeDeps } from './config-deps.js';
import { configFileOf, fileOwner } from './config-file-of.js';
import { findSetting } from './find-setting.js';
import type { ConfigChangeOutput } from './outputs.js';

const input = z.object({ key: z.string(), value: z.string(), owner: z._default(fileOwner, 'user') });

/**
 * Writes a value into a configuration file, once it is known to make sense, and the change into the audit log.
 *
 * @throws NotFoundError when there is no such setting
 * @throws ConfigError when the value makes no sense, or the file is broken
 */
export const setSetting = operation(
  input,
  async (deps: ConfigChangeDeps, given): Promise<ConfigChangeOutput> => {
    const key = findSetting(given.key);
    const file = configFileOf(given.owner, deps);
    const value = sensible(key, given.value);
    const folder = given.owner === 'project' ? dirname(file) : null;
    const written = key === 'store' ? storeAsWritten(String(value), deps.cwd, folder) : value;
    return configChange(deps, {
      action: 'setting.set',
      key,
      file,
      write: () => writeSetting(file, key, written),
    });
  },
);

function sensible(key: SettingKey, given: string): SettingValue {
  const setting: Setting<SettingValue> = settings[key];
  const value = setting.parse(given);
  if (value !== undefined) return value;
  throw new ConfigError(`${key} has to be ${setting.expected}, not "${withoutPassword(given)}".`, {
    hint: setting.description,
  });
}
