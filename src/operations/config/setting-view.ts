import { withoutPassword } from '../../base/text/without-password.js';
import type { Origin } from '../../config/origin.js';
import { type SettingValue, settings } from '../../config/settings.js';
import type { SettingState } from '../../config/survey-config.js';
import type { SettingView } from './outputs.js';

export function settingView(state: SettingState): SettingView {
  const { description, expected, variable } = settings[state.key];
  return {
    key: state.key,
    value: state.problem === null ? shown(state.value) : null,
    origin: { from: state.origin.from, where: placeOf(state.origin) },
    problem: state.problem?.message ?? null,
    description,
    takes: expected,
    variable,
  };
}

function shown(value: SettingValue): SettingView['value'] {
  if (typeof value === 'string') return withoutPassword(value);
  return typeof value === 'object' ? [...value] : value;
}

function placeOf(origin: Origin): string | null {
  if ('file' in origin) return origin.file;
  return 'variable' in origin ? origin.variable : null;
}
