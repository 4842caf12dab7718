import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStoredText, encodeStoredText } from './stored-text.js';

/** Any sequence of UTF-16 code units, with those that need care far more often than by chance. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(0, 0x1a, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0x30, 0x61, 0x66, 0xd83d, 0xde00),
    ),
    { maxLength: 40 },
  )
  .map((units) => String.fromCharCode(...units));

describe('stored text', () => {
  it('comes back exactly, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => decodeStoredText(encodeStoredText(text)) === text),
      { numRuns: 2000 },
    );
  });

  it('comes back exactly from a database that keeps UTF-8 and refuses NUL', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = encodeStoredText(text);
        return !stored.includes('\0') && decodeStoredText(Buffer.from(stored).toString()) === text;
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', 'a line\r\nand a tab\t', 'déjà vu', '日本語', '👩🏽‍💻', '\ufeffmarked', '\u2028'])(
    'is ordinary text as it is: %j',
    (text) => {
      expect(encodeStoredText(text)).toBe(text);
    },
  );

  it.each([
    ['NUL', 'a\0b', 'a\u001a0000b'],
    ['the escape character', '\u001a', '\u001a001a'],
    ['what looks escaped already', '\u001a0000', '\u001a001a0000'],
    ['a high surrogate alone', '\ud83dx', '\u001ad83dx'],
    ['a low surrogate alone', 'x\ude00', 'x\u001ade00'],
    ['a pair after a lone half', '\ud83d\ud83d\ude00', '\u001ad83d\ud83d\ude00'],
    ['a pair before a lone half', '\ud83d\ude00\ude00', '\ud83d\ude00\u001ade00'],
  ])('escapes %s', (_, text, stored) => {
    expect(encodeStoredText(text)).toBe(stored);
  });

  it('gives different texts different forms', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        (one, other) => one === other || encodeStoredText(one) !== encodeStoredText(other),
      ),
    );
  });
});
