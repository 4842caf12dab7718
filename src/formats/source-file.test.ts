import { describe, expect, it } from 'vitest';
import { UnreadablePromptFileError } from './errors.js';
import { PROMPT_FILE_BYTES, readableText, sourceFile } from './source-file.js';

describe('the bytes of a file', () => {
  it('are its text', () => {
    expect(sourceFile('a.md', Buffer.from('Prüfung'))).toEqual({ path: 'a.md', text: 'Prüfung' });
  });

  it.each([
    ['not UTF-8', Uint8Array.of(0x61, 0xff, 0x62), 'it is not UTF-8 text'],
    ['binary', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1), 'it holds NUL bytes'],
    [
      '50 MB',
      new Uint8Array(50_000_000).fill(0x61),
      'it has more than 10 MB, which is the most that is read',
    ],
  ])('that are %s are refused', (_, bytes, reason) => {
    expect(() => sourceFile('a.md', bytes)).toThrow(UnreadablePromptFileError);
    expect(() => sourceFile('a.md', bytes)).toThrow(reason);
  });
});

describe('the text of a file', () => {
  const textOf = (text: string) => readableText({ path: 'a.md', text });

  it.each([
    ['\ufeffa', 'a'],
    ['a\r\nb\r\n', 'a\nb\n'],
    ['a\r\nb\n', 'a\r\nb\n'],
    ['a\r\nb\r', 'a\r\nb\r'],
  ])('%j is %j', (text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  it('is bounded in bytes, not in characters', () => {
    const text = 'é'.repeat(PROMPT_FILE_BYTES / 2);
    expect(textOf(text)).toBe(text);
    expect(() => textOf(`${text}a`)).toThrow('the most that is read');
  });
});
