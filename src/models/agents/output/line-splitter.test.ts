import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from './line-splitter.js';

function linesOf(...pieces: string[]): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const piece of pieces) splitter.add(piece);
  splitter.end();
  return lines;
}

describe('lines that come in pieces', () => {
  it('are whole again', () => {
    expect(linesOf('on', 'e\ntw', 'o\r\n\n', 'three')).toEqual(['one', 'two', 'three']);
  });

  it('are the same however they were cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        expect(linesOf(...pieces)).toEqual(linesOf(pieces.join('')));
      }),
    );
  });
});
