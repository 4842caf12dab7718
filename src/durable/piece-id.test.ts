import { describe, expect, it } from 'vitest';
import { newBatchId, newRunId } from '../base/ids.js';
import { pieceId, readPieceId } from './piece-id.js';

describe('the name of a piece', () => {
  it('says all that there is to know of it', () => {
    const part = { kind: 'part', batch: newBatchId(), range: { first: 201, last: 400 } } as const;
    const run = { kind: 'run', run: newRunId() } as const;
    for (const piece of [part, run]) {
      const turn = { piece, generation: '1763737000000', turn: 12 };
      expect(readPieceId(pieceId(turn))).toEqual(turn);
    }
  });

  it('is the same for the same wish, and another for the next one', () => {
    const piece = { kind: 'run', run: newRunId() } as const;
    const named = (generation: string, turn: number) => pieceId({ piece, generation, turn });
    expect(named('1', 0)).toBe(named('1', 0));
    expect(new Set([named('1', 0), named('1', 1), named('2', 0)]).size).toBe(3);
  });

  it.each(['', 'run', 'run/r1/2', 'part/b1/1-2/3', 'part/b1/x-2/3/0', 'other/r1/2/0', 'run/b1/2/0'])(
    'is nothing of ours when it is %j',
    (text) => expect(readPieceId(text)).toBeNull(),
  );
});
