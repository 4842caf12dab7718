import type { PieceWork } from '../operations/worker/durable-engine.js';
import type { ClientQueue } from './client-queue.js';
import type { Dbos } from './load-dbos.js';
import { type PieceTurn, pieceId, readPieceId } from './piece-id.js';

/**
 * What was left so often is of a store that was put in the place of another, or nobody wants to do it: about three days.
 * Who wants it done after all hands it out again.
 */
const MOST_TURNS = 20_000;

/**
 * Makes the function that the engine calls for a piece. Its one step does the piece; what is left is put in again under
 * the next turn, so that others may get it. It may all be done twice after a crash, which changes nothing: the pieces
 * see to that themselves.
 */
export function pieceTaker(
  engine: Pick<Dbos['DBOS'], 'runStep'>,
  queue: Pick<ClientQueue, 'put' | 'forget'>,
  work: Pick<PieceWork, 'take' | 'note'>,
): (id: string) => Promise<void> {
  return async (id) => {
    const turn = readPieceId(id);
    if (turn === null) return work.note(`"${id}" is no piece of work, and was passed over.`);
    const end = await engine.runStep(() => work.take(turn.piece), { name: 'take' });
    await engine.runStep(() => followUp(queue, turn, end.is === 'left' ? end.afterSeconds : null), {
      name: 'follow-up',
    });
  };
}

/**
 * The turn before is over, and nobody asks for it any more: what is left time and again leaves no rows behind.
 *
 * @param afterSeconds when others get it; null when it is done
 */
async function followUp(
  queue: Pick<ClientQueue, 'put' | 'forget'>,
  turn: PieceTurn,
  afterSeconds: number | null,
): Promise<void> {
  if (afterSeconds !== null && turn.turn < MOST_TURNS)
    await queue.put({ ...turn, turn: turn.turn + 1 }, afterSeconds);
  if (turn.turn > 0) await queue.forget([pieceId({ ...turn, turn: turn.turn - 1 })]);
}
