import type { RandomSource } from '../../../statistics/random/random-source.js';
import type { OptimizationRow } from '../optimization-row.js';
import { shuffled } from './shuffled.js';

/** Rows for one reflection: enough to see what they have in common, few enough to be looked at. */
export const LESSON_ROWS = 4;

/** The feedback rows, a few at a time: all have their turn before one comes again. */
export class LessonDeck {
  readonly #rows: readonly OptimizationRow[];
  readonly #random: RandomSource;
  #left: readonly OptimizationRow[] = [];

  constructor(rows: readonly OptimizationRow[], random: RandomSource) {
    this.#rows = rows;
    this.#random = random;
  }

  draw(): readonly OptimizationRow[] {
    if (this.#left.length < LESSON_ROWS) this.#left = shuffled(this.#rows, this.#random);
    const drawn = this.#left.slice(0, LESSON_ROWS);
    this.#left = this.#left.slice(LESSON_ROWS);
    return drawn;
  }
}
