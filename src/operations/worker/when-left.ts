import type { PieceEnd } from './durable-engine.js';

/** Others may have it at once. */
export const NOW: PieceEnd = { is: 'left', afterSeconds: 0 };
/** Something is amiss that may pass. */
export const LATER: PieceEnd = { is: 'left', afterSeconds: 5 };
/** It cannot be done by this worker, but perhaps by another; who is given it meanwhile need not be this one again. */
export const NOT_HERE: PieceEnd = { is: 'left', afterSeconds: 10 };
