import { describe, expect, it } from 'vitest';
import { sha256 } from './checksum.js';

describe('sha256', () => {
  // The first two are the test vectors of FIPS 180-4.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is the published one', (text, expected) => {
    expect(sha256(text)).toBe(expected);
  });

  it('of text is that of its UTF-8 bytes', () => {
    expect(sha256('Prüfung 検査')).toBe(sha256(Buffer.from('Prüfung 検査')));
  });

  it('of bytes looks at every one, NUL and invalid UTF-8 too', () => {
    const sums = [[], [0], [0, 0], [0xff], [0xfe]].map((bytes) => sha256(Uint8Array.from(bytes)));
    expect(new Set(sums).size).toBe(sums.length);
  });
});
