import type { NanoDollars } from '../../execution/execution.js';
import type { SelectionFigures } from '../candidate.js';
import type { OptimizationRow } from '../optimization-row.js';
import { meanOfKnown } from './mean-of-known.js';
import type { RowResult } from './row-result.js';

/** How a candidate did on the selection set, as often as it was asked. */
export class ScoreSheet {
  readonly #rows: readonly OptimizationRow[];
  readonly #results = new Map<number, RowResult[]>();
  #repeats = 0;
  /** As long as nothing is added, they stay. */
  #rowScores: readonly number[] | null = null;

  constructor(rows: readonly OptimizationRow[]) {
    this.#rows = rows;
  }

  /** @param results of all rows, or of some that were asked once more */
  add(results: readonly RowResult[]): void {
    this.#rowScores = null;
    for (const result of results) {
      const { row } = result.row;
      this.#results.set(row, [...(this.#results.get(row) ?? []), result]);
    }
    if (results.length === this.#rows.length) this.#repeats++;
  }

  /** How often all rows were asked. */
  get repeats(): number {
    return this.#repeats;
  }

  /** The mean score of each row, in the order of the rows. */
  get rowScores(): readonly number[] {
    this.#rowScores ??= this.#rows.map(
      ({ row }) => meanOfKnown(this.#of(row).map(({ score }) => score)) ?? 0,
    );
    return this.#rowScores;
  }

  get score(): number {
    return meanOfKnown(this.rowScores) ?? 0;
  }

  /** The mean cost of a row's answer, in the order of the rows; those of unknown cost are left out of it. */
  get rowCosts(): readonly (NanoDollars | null)[] {
    return this.#rows.map(({ row }) => meanOfKnown(this.#of(row).map(({ cost }) => cost)));
  }

  /** The mean cost of an answer; null when it is not known. */
  get cost(): NanoDollars | null {
    return meanOfKnown(this.rowCosts);
  }

  /** How well answers stand up to what other rows expect; null when that cannot be told. */
  get rivalScore(): number | null {
    return meanOfKnown([...this.#results.values()].flat().map(({ rivalScore }) => rivalScore));
  }

  get figures(): SelectionFigures {
    return { score: this.score, cost: this.cost, rows: this.#rows.length, repeats: this.#repeats };
  }

  #of(row: number): readonly RowResult[] {
    return this.#results.get(row) ?? [];
  }
}
