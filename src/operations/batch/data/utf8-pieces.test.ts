import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSizes, chunksOf, gathered } from '../../../../test/fixtures/data-chunks.js';
import { utf8Pieces } from './utf8-pieces.js';

const pieces = (data: string | Uint8Array, size?: number) =>
  gathered(utf8Pieces(chunksOf(data, size), 'data'));
const text = async (data: string | Uint8Array, size?: number) => {
  const all = await pieces(data, size);
  return all.map((piece) => piece.toString('utf8')).join('');
};

describe('pieces of a text', () => {
  it('end between two characters, whatever the chunks part', async () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((given) => !given.startsWith('\ufeff'));
    await fc.assert(
      fc.asyncProperty(texts, chunkSizes, async (given, size) => {
        expect(await text(given.toWellFormed(), size)).toBe(given.toWellFormed());
      }),
    );
  });

  it('have no byte order mark', async () => {
    expect(await text('\ufeffname\n', 1)).toBe('name\n');
    expect(await text('a\ufeffb', 1)).toBe('a\ufeffb');
    expect(await text('\ufeff')).toBe('');
  });

  it('are refused with the line that is not UTF-8', async () => {
    const latin = Buffer.concat([
      Buffer.from('name\nAda\ngrün\nJos'),
      Buffer.from([0xe9]),
      Buffer.from('\nend'),
    ]);
    for (const size of [1, 2, 3, 7, 100]) {
      await expect(text(latin, size)).rejects.toThrow('"data", line 4: this is not UTF-8.');
    }
    await expect(text(Buffer.from([0x61, 0x0a, 0xe2, 0x82]))).rejects.toThrow('line 2: this is not UTF-8');
  });

  it('are refused by what they are when that is UTF-16', async () => {
    await expect(text(Buffer.from('\ufeffname', 'utf16le'))).rejects.toThrow('it is written in UTF-16');
  });
});
