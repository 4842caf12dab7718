import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPieces } from './text-pieces.js';

describe('pieces of a text', () => {
  it('are joined in order, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 3000, size: 'max' }),
        (all) => {
          const pieces = new TextPieces();
          for (const piece of all) pieces.add(piece);
          expect(pieces.joined()).toBe(all.join(''));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('may go on after they were joined', () => {
    const pieces = new TextPieces();
    pieces.add('a');
    expect(pieces.joined()).toBe('a');
    pieces.add('b');
    expect(pieces.joined()).toBe('ab');
  });
});
