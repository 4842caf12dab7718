import type { SettingView } from '../../operations/config/outputs.js';

/**
 * A value as `config set` takes it.
 *
 * @example settingText(['production', 'staging']) === 'production, staging'
 */
export function settingText(value: NonNullable<SettingView['value']>): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}
