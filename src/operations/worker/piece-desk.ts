import type { WorkerId } from '../../base/ids.js';
import { sleep } from '../../base/sleep.js';
import type { BatchWatch, WorkingProcess } from '../../engine/batch/batch-ports.js';
import type { Deps } from '../deps.js';
import type { Piece, PieceEnd, PieceWork } from './durable-engine.js';
import { releaseWorker } from './release-worker.js';
import { PartTaker } from './take-part.js';
import { takeRun } from './take-run.js';
import { NOW } from './when-left.js';

/** Who cannot do a piece keeps it so long before it leaves it: otherwise it would be given it again and again. */
const HELD_BACK_MS = 3000;

/** What a worker is, and what it may do. */
export interface DeskPorts {
  readonly deps: Deps;
  readonly worker: WorkingProcess;
  /** The pieces of a kind at the same time. */
  readonly most: number;
  readonly allowCommands: boolean;
  /** Nothing more is begun; what is on its way comes to its end. */
  readonly drain: AbortSignal;
  readonly onNote: (message: string) => void;
  readonly onLog: (message: string) => void;
}

/** Does the pieces that a worker is given, so many at a time, and says what becomes of each. */
export class PieceDesk implements PieceWork {
  readonly #ports: DeskPorts;
  readonly #parts: PartTaker;
  readonly #working = { part: 0, run: 0 };
  readonly #done = { part: 0, run: 0 };
  readonly #noted = new Set<string>();

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    const { deps, worker, drain } = ports;
    const watch: BatchWatch = { signal: new AbortController().signal, drain };
    this.#parts = new PartTaker({ deps, worker, watch, note: (message) => this.note(message) });
  }

  /** How many pieces were done to their end. */
  get done(): { readonly part: number; readonly run: number } {
    return this.#done;
  }

  async take(piece: Piece): Promise<PieceEnd> {
    const { most, drain } = this.#ports;
    if (drain.aborted) return NOW;
    if (this.#working[piece.kind] >= most) return this.#heldBack(NOW);
    this.#working[piece.kind]++;
    try {
      const end = await this.#do(piece);
      if (end.is === 'done') this.#done[piece.kind]++;
      return end.is === 'left' && end !== NOW ? await this.#heldBack(end) : end;
    } finally {
      this.#working[piece.kind]--;
    }
  }

  async gone(worker: WorkerId): Promise<void> {
    await releaseWorker(this.#ports.deps, worker);
  }

  /** What was said is not said again. */
  note(message: string): void {
    if (this.#noted.has(message)) return;
    this.#noted.add(message);
    this.#ports.onNote(message);
  }

  log(message: string): void {
    this.#ports.onLog(message);
  }

  #do(piece: Piece): Promise<PieceEnd> {
    if (piece.kind === 'part') return this.#parts.take(piece.batch, piece.range);
    const { deps, allowCommands } = this.#ports;
    return takeRun({ deps, allowCommands, note: (message) => this.note(message) }, piece.run);
  }

  async #heldBack(end: PieceEnd): Promise<PieceEnd> {
    await sleep(HELD_BACK_MS, this.#ports.drain).catch(() => {});
    return end;
  }
}
