import type { Batch, Worker } from '../../engine/batch/batch.js';
import type { Run } from '../../engine/run/run.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { Piece, PieceQueue } from './durable-engine.js';
import { engineOf } from './engine-of.js';

/** So many rows are a piece: few enough that several workers share a batch, and that little is handed out twice. */
const ROWS_OF_PART = 200;
const FEWEST_ROWS = 100;
/** Smaller pieces pay where a batch would not be enough for a few workers. */
const PARTS_WANTED = 16;

/** Who takes what is handed out; nobody yet, perhaps. */
export interface HandedOut {
  readonly listening: number;
}

/** Has workers ask what waits of a batch that runs. To say it twice is to say it once. */
export async function handOutBatch(deps: Deps, batch: Batch): Promise<HandedOut> {
  const size = rowsOfPart(batch.rows ?? 0);
  const ranges = await executionsOf(deps).batches.rangesLeft(batch.id, size);
  const pieces = ranges.map((range): Piece => ({ kind: 'part', batch: batch.id, range }));
  return handOut(deps, pieces, String(batch.updatedAt.getTime()));
}

/** Has a worker take a run as far as it goes. */
export async function handOutRun(deps: Deps, { id, updatedAt }: Run): Promise<HandedOut> {
  return handOut(deps, [{ kind: 'run', run: id }], String(updatedAt.getTime()));
}

/** @example rowsOfPart(1000) === 100 */
export function rowsOfPart(rows: number): number {
  return Math.min(ROWS_OF_PART, Math.max(FEWEST_ROWS, Math.ceil(rows / PARTS_WANTED)));
}

async function handOut(deps: Deps, pieces: readonly Piece[], generation: string): Promise<HandedOut> {
  const queue = await engineOf(deps).openQueue();
  try {
    await queue.add(pieces, generation);
    return { listening: await listening(deps, queue) };
  } finally {
    await queue.close();
  }
}

async function listening(deps: Deps, queue: PieceQueue): Promise<number> {
  const present: readonly Worker[] = await executionsOf(deps).workers.present();
  return (await queue.listening(present.map(({ id }) => id))).size;
}
