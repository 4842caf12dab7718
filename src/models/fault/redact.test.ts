import { describe, expect, it } from 'vitest';
import { ApiKey } from '../keys/api-key.js';
import { redactorOf, shownWords } from './redact.js';

const redact = redactorOf([
  new ApiKey('my/private key="1"'),
  new ApiKey('my/private key="1"-long'),
  new ApiKey('none'),
]);

describe('what a provider says', () => {
  it('loses the keys that are set, in the forms in which they come back', () => {
    for (const form of ['my/private key="1"', 'my%2Fprivate%20key%3D%221%22', 'my/private key=\\"1\\"'])
      expect(redact(`bad key ${form}!`)).toBe('bad key [a key]!');
    expect(redact('my/private key="1"-long')).toBe('[a key]');
  });

  it('loses what looks like a key, and keeps words that only serve as one', () => {
    expect(redact(`sk-proj-${'a'.repeat(40)}`)).toBe('[redacted: OpenAI key]');
    expect(redact('there is none')).toBe('there is none');
  });

  it('is shown in one line of bounded length, without masked keys and control characters', () => {
    expect(shownWords('bad:\n\u001b[31msk-12***89\u001b[0m twice', redact)).toBe('bad: [a key] twice');
    expect(shownWords('word '.repeat(1000), redact).length).toBeLessThan(700);
    expect(shownWords('at https://me:pw@host/', redact)).toBe('at https://…@host/');
  });
});
