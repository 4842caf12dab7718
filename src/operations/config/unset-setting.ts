import * as z from 'zod/mini';
import { removeSetting } from '../../config/edit-config-file.js';
import { describeOrigin } from '../../config/origin.js';
import type { SettingKey } from '../../config/settings.js';
import { surveyConfig } from '../../config/survey-config.js';
import { NotFoundError } from '../errors.js';
import { operation } from '../operation.js';
import { configChange } from './config-change.js';
import type { ConfigChangeDeps, ConfigDeps } from './config-deps.js';
import { configCommand, configFileOf, fileOwner } from './config-file-of.js';
import { findSetting } from './find-setting.js';
import type { ConfigChangeOutput } from './outputs.js';

const input = z.object({ key: z.string(), owner: z._default(fileOwner, 'user') });

/**
 * Takes a value out of a configuration file, and writes the change into the audit log.
 *
 * @throws NotFoundError when there is no such setting, or the file does not have it
 * @throws ConfigError when the file is broken
 */
export const unsetSetting = operation(
  input,
  async (deps: ConfigChangeDeps, given): Promise<ConfigChangeOutput> => {
    const key = findSetting(given.key);
    const file = configFileOf(given.owner, deps);
    return configChange(deps, {
      action: 'setting.unset',
      key,
      file,
      async write() {
        if (!(await removeSetting(file, key))) throw await notThere(deps, key, file);
      },
    });
  },
);

async function notThere(sources: ConfigDeps, key: SettingKey, file: string): Promise<NotFoundError> {
  const { origin } = (await surveyConfig(sources)).settings[key];
  return new NotFoundError('SETTING_NOT_SET', `${file} does not set ${key}.`, {
    hint: `Its value comes from: ${describeOrigin(origin)}.`,
    next:
      origin.from === 'user' || origin.from === 'project'
        ? configCommand(`unset ${key}`, origin.from)
        : 'prompt-runner config list',
  });
}
