import { describe, expect, it } from 'vitest';
import { readFeatureRequest } from './feature-request.js';

const LIMIT = 1000;
const read = (bytes: Uint8Array | string) =>
  readFeatureRequest({ bytes: Buffer.from(bytes), name: null }, LIMIT);

describe('a feature request', () => {
  it.each(['Add login', '  # Add login\r\n\n{{ not_a_template }}\n', 'Добавить вход 👩🏽‍💻', 'a\u0001b'])(
    'is its text as it stands: %j',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );

  it('loses the byte order mark of its file', () => {
    expect(read('\ufeffAdd login')).toBe('Add login');
  });

  it('may be as large as the limit', () => {
    expect(read('x'.repeat(LIMIT))).toHaveLength(LIMIT);
  });
});

describe('a feature request is refused', () => {
  it.each([
    ['empty', '', 'is empty'],
    ['blank', ' \n\t\u00a0\ufeff', 'is empty'],
    ['over the limit', 'x'.repeat(LIMIT + 1), 'has 1,001 bytes; the limit is 1,000'],
    ['over the limit in bytes, not in letters', 'é'.repeat(501), 'has 1,002 bytes'],
    ['binary', 'PK\u0003\u0004\0\0', 'NUL'],
  ])('when it is %s', (_, text, reason) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'REQUEST_REFUSED' }));
    expect(() => read(text)).toThrow(reason);
  });

  it.each([
    ['Latin-1', Buffer.from('Prüfung', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffAdd', 'utf16le')],
    ['cut within a letter', Buffer.from('é').subarray(0, 1)],
  ])('when it is no UTF-8: %s', (_, bytes) => {
    expect(() => read(bytes)).toThrow('not valid UTF-8');
  });

  it.each([
    ['notes/my request.txt', "iconv -f latin1 -t utf-8 'notes/my request.txt' > 'notes/my request.txt.utf8'"],
    [null, undefined],
  ])('with the way to mend the file %s', (name, next) => {
    const refused = () => readFeatureRequest({ bytes: Buffer.from('\xfc', 'latin1'), name }, LIMIT);
    expect(refused).toThrow(expect.objectContaining({ remedy: { hint: expect.any(String), next } }));
  });

  it('for NUL bytes, which no conversion from Latin-1 takes away', () => {
    const refused = () => readFeatureRequest({ bytes: Buffer.from('a\0b'), name: 'a.txt' }, LIMIT);
    expect(refused).toThrow(expect.objectContaining({ remedy: { hint: 'Save it as UTF-8 text.' } }));
  });
});
