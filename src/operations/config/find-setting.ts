import { closestName } from '../../base/text/closest-name.js';
import type { SettingKey } from '../../config/settings.js';
import { isSettingKey, settingKeys } from '../../config/survey-config.js';
import { NotFoundError } from '../errors.js';

/** @throws NotFoundError with the nearest key, when none has the name */
export function findSetting(key: string): SettingKey {
  if (isSettingKey(key)) return key;
  const nearest = closestName(key, settingKeys);
  throw new NotFoundError('SETTING_NOT_FOUND', `There is no setting "${key}".`, {
    hint: nearest === undefined ? `There are: ${settingKeys.join(', ')}.` : `Did you mean "${nearest}"?`,
    next: 'prompt-runner config list',
  });
}
