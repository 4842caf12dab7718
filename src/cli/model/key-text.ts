import type { ProviderView } from '../../operations/model/outputs.js';

/** @example keyText(openai) === 'key in environment: OPENAI_API_KEY' */
export function keyText({ keyVariable, keyPlace }: ProviderView): string {
  if (keyVariable === null) return 'needs no key';
  return keyPlace === null ? `needs ${keyVariable}` : `key in ${keyPlace}: ${keyVariable}`;
}
