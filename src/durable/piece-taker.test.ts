import { describe, expect, it } from 'vitest';
import { newRunId } from '../base/ids.js';
import type { PieceEnd } from '../operations/worker/durable-engine.js';
import { pieceId } from './piece-id.js';
import { pieceTaker } from './piece-taker.js';

const run = newRunId();
const named = (turn: number) => pieceId({ piece: { kind: 'run', run }, generation: '1', turn });

/** What becomes of a piece in the engine when the work on it ends so. */
async function didAfter(id: string, end: PieceEnd) {
  const did: string[] = [];
  const take = pieceTaker(
    { runStep: (step) => step() },
    {
      put: async (turn, delay) => void did.push(`put ${pieceId(turn)} in ${delay}`),
      forget: async (ids) => void did.push(`forget ${ids.join()}`),
    },
    {
      take: async () => {
        did.push('take');
        return end;
      },
      note: () => void did.push('note'),
    },
  );
  await take(id);
  return did;
}

describe('a piece that a worker is given', () => {
  it('is over when it is done', async () => {
    expect(await didAfter(named(0), { is: 'done' })).toEqual(['take']);
  });

  it('is put in again under the next turn when it is left, and the turn before is forgotten', async () => {
    const left = { is: 'left', afterSeconds: 10 } as const;
    expect(await didAfter(named(0), left)).toEqual(['take', `put ${named(1)} in 10`]);
    expect(await didAfter(named(1), left)).toEqual(['take', `put ${named(2)} in 10`, `forget ${named(0)}`]);
  });

  it('does not go round for ever', async () => {
    const left = { is: 'left', afterSeconds: 10 } as const;
    expect(await didAfter(named(20_000), left)).toEqual(['take', `forget ${named(19_999)}`]);
  });

  it('is passed over when it is none of ours', async () => {
    expect(await didAfter('other', { is: 'done' })).toEqual(['note']);
  });
});
