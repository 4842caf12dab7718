import type { ConfigChangeOutput } from '../../operations/config/outputs.js';
import { renderKeyValues } from '../render/key-values.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { originText } from './origin-text.js';
import { settingText } from './setting-text.js';

/** A change to a configuration file, and what is in force now. */
export function renderChange(
  label: string,
  { file, setting, overridden, next }: ConfigChangeOutput,
  stream: OutputStream,
): string {
  const { bold, dim, yellow } = styleFor(stream);
  const value = setting.value === null ? String(setting.problem) : settingText(setting.value);
  const inForce = { label: setting.key, value: `${value} (${originText(setting.origin)})` };
  const facts = renderKeyValues([{ label, value: file }, inForce], stream);
  const stronger = overridden
    ? yellow(`The ${originText(setting.origin)} is stronger than this file.`).concat('\n')
    : '';
  return `${facts}${stronger}${dim('Next:')} ${bold(next)}\n`;
}
