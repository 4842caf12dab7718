import type { SettingView } from '../../operations/config/outputs.js';

/** @example originText({ from: 'environment', where: 'PROMPT_RUNNER_DB' }) === '$PROMPT_RUNNER_DB' */
export function originText({ from, where }: SettingView['origin']): string {
  switch (from) {
    case 'default':
      return 'default';
    case 'flag':
      return 'command line';
    case 'environment':
      return `$${where}`;
    default:
      return `${from} file`;
  }
}
