import type { Environment } from '../../../base/environment.js';
import { redactSecrets } from '../../../base/text/secrets.js';

const SECRET_NAME = /(?:KEY|TOKEN|SECRET|PASSWORD)$/i;
/** Shorter values are words that may stand anywhere. */
const SECRET_CHARACTERS = 8;

/**
 * Text of a program without the keys that it inherited, and without what looks like a credential.
 *
 * @example withoutSecrets('bad key abcdefgh', { MY_API_KEY: 'abcdefgh' }) === 'bad key [redacted: MY_API_KEY]'
 */
export function withoutSecrets(text: string, env: Environment): string {
  let redacted = text;
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value.length < SECRET_CHARACTERS || !SECRET_NAME.test(name)) continue;
    redacted = redacted.replaceAll(value, `[redacted: ${name}]`);
  }
  return redactSecrets(redacted);
}
