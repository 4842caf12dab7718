import type { BatchId, RunId } from '../base/ids.js';
import type { Piece } from '../operations/worker/durable-engine.js';

/** A piece, one of the times that it is handed out. */
export interface PieceTurn {
  readonly piece: Piece;
  /** Which wish to have it done; the same wish twice is one. */
  readonly generation: string;
  /** Counts from 0 how often it was left for others. */
  readonly turn: number;
}

/**
 * The name of a piece in the engine. All that the engine keeps of a piece is in it.
 *
 * @example pieceId({ piece: { kind: 'run', run: 'r4k2' }, generation: 'a', turn: 0 }) === 'run/r4k2/a/0'
 */
export function pieceId({ piece, generation, turn }: PieceTurn): string {
  return [...wordsOf(piece), generation, turn].join('/');
}

function wordsOf(piece: Piece): readonly string[] {
  if (piece.kind === 'run') return ['run', piece.run];
  return ['part', piece.batch, `${piece.range.first}-${piece.range.last}`];
}

const RUN = /^run\/(?<id>r[0-9a-z]+)\/(?<generation>[^/]+)\/(?<turn>\d+)$/;
const PART = /^part\/(?<id>b[0-9a-z]+)\/(?<first>\d+)-(?<last>\d+)\/(?<generation>[^/]+)\/(?<turn>\d+)$/;

/** The piece that a name is of; null for a name of another making. */
export function readPieceId(text: string): PieceTurn | null {
  const [run, part] = [RUN.exec(text)?.groups, PART.exec(text)?.groups];
  const { id = '', first, last, generation = '', turn } = run ?? part ?? {};
  if (id === '') return null;
  const piece: Piece =
    part === undefined
      ? { kind: 'run', run: id as RunId }
      : { kind: 'part', batch: id as BatchId, range: { first: Number(first), last: Number(last) } };
  return { piece, generation, turn: Number(turn) };
}
