/** A unit by its name, or by a number of its own from 0 on, which is quicker where there are a million. */
export type UnitKey = string | number;

/** Where the totals of units are kept: places from 0 on, in the order in which units are first met. */
export class UnitPlaces {
  readonly #named = new Map<string, number>();
  /** By the number of the unit, one more than its place; 0 is none. */
  readonly #numbered: number[] = [];
  readonly #units: UnitKey[] = [];

  get size(): number {
    return this.#units.length;
  }

  /** The unit at a place. */
  unitAt(place: number): UnitKey | undefined {
    return this.#units[place];
  }

  of(unit: UnitKey): number | undefined {
    if (typeof unit === 'string') return this.#named.get(unit);
    const place = this.#numbered[unit];
    return place === undefined || place === 0 ? undefined : place - 1;
  }

  /** Gives a unit the next place. */
  add(unit: UnitKey): void {
    this.#units.push(unit);
    if (typeof unit === 'string') this.#named.set(unit, this.#units.length - 1);
    else this.#addNumbered(unit);
  }

  #addNumbered(unit: number): void {
    // An array without holes is an array; one with holes would become a dictionary.
    while (this.#numbered.length < unit) this.#numbered.push(0);
    this.#numbered[unit] = this.#units.length;
  }
}
