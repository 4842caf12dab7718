import { describe, expect, it } from 'vitest';
import { decodeAnswer } from './decode-answer.js';

describe('decoding an answer', () => {
  it('reads UTF-8, with U+FFFD for bytes that are none', () => {
    expect(decodeAnswer(Uint8Array.of(0xc3, 0xa4, 0xff, 0x62))).toBe('ä\ufffdb');
  });

  it('keeps a byte order mark, so that offsets agree with a plain decoding', () => {
    expect(decodeAnswer(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
  });

  it.each([
    ['little', [0xff, 0xfe, 0x61, 0x00, 0xe4, 0x00]],
    ['big', [0xfe, 0xff, 0x00, 0x61, 0x00, 0xe4]],
  ])('reads UTF-16 of %s endian bytes by its mark', (_, bytes) => {
    expect(decodeAnswer(Uint8Array.from(bytes))).toBe('\ufeffaä');
  });
});
