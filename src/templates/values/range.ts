import { IterableObject } from './iterable-object.js';

/** A Python range: its numbers are counted, never stored. */
export class Range extends IterableObject {
  override readonly typeName = 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;

  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override get length(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step));
  }

  /** The number at an index from 0 to `length - 1`. */
  at(index: number): number {
    return this.start + index * this.step;
  }

  includes(value: number): boolean {
    const index = (value - this.start) / this.step;
    return Number.isInteger(index) && index >= 0 && index < this.length;
  }

  override *[Symbol.iterator](): Iterator<number> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index);
  }

  override toText(): string {
    const step = this.step === 1 ? '' : `, ${this.step}`;
    return `range(${this.start}, ${this.stop}${step})`;
  }
}
