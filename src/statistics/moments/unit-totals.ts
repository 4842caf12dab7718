import { type PairedSample, RunningComoments } from './running-comoments.js';
import { type UnitKey, UnitPlaces } from './unit-places.js';

/** What all of each unit is together, and how much it is divided by: how often it was observed, or something else. */
export interface TotalColumns {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/**
 * What was observed of each unit of a group, where a unit may have been observed several times. It keeps two numbers a
 * unit.
 *
 * @example
 * const totals = new UnitTotals();
 * totals.add('row 1', 3);
 * totals.add('row 1', 5);
 * totals.add('row 2', 4);
 * totals.units; // 2
 */
export class UnitTotals {
  readonly #places = new UnitPlaces();
  readonly #sums: number[] = [];
  readonly #counts: number[] = [];
  #observations = 0;

  /**
   * @param value what was observed
   * @param per what it is divided by in a quotient of two figures, such as dollars per call; 1 for a mean
   */
  add(unit: UnitKey, value: number, per = 1): void {
    this.#observations++;
    const place = this.#places.of(unit);
    if (place === undefined) {
      this.#places.add(unit);
      this.#sums.push(value);
      this.#counts.push(per);
    } else {
      this.#sums[place] = (this.#sums[place] ?? 0) + value;
      this.#counts[place] = (this.#counts[place] ?? 0) + per;
    }
  }

  get units(): number {
    return this.#sums.length;
  }

  /** Whether some unit was observed more than once. */
  get isRepeated(): boolean {
    return this.#observations > this.units;
  }

  /** The unit at a place, in the order in which units were first observed. */
  unitAt(place: number): UnitKey | undefined {
    return this.#places.unitAt(place);
  }

  placeOf(unit: UnitKey): number | undefined {
    return this.#places.of(unit);
  }

  /** The totals of all units, by place. */
  columns(): TotalColumns {
    return { sums: Float64Array.from(this.#sums), counts: Float64Array.from(this.#counts) };
  }

  /** Sums (x) and what they are divided by (y) over units, as `ratioSample` takes them. */
  sample(): PairedSample {
    const comoments = new RunningComoments();
    for (let place = 0; place < this.#sums.length; place++)
      comoments.add(this.#sums[place] ?? 0, this.#counts[place] ?? 0);
    return comoments.sample();
  }
}
