import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './environment-secrets.js';

describe('what a program printed', () => {
  it('loses the keys that it inherited and what looks like one', () => {
    const env = { MY_API_KEY: 'plain-looking', HOME: '/home/ada-lovelace', SHORT_TOKEN: 'a' };
    expect(withoutSecrets(`plain-looking AKIAIOSFODNN7EXAMPLE /home/ada-lovelace`, env)).toBe(
      '[redacted: MY_API_KEY] [redacted: AWS access key] /home/ada-lovelace',
    );
  });
});
