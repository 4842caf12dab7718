import type { Sample } from '../sample.js';

/**
 * Count, mean and variance of numbers that come one after the other, in constant memory.
 *
 * Sources: B. P. Welford, Note on a Method for Calculating Corrected Sums of Squares and Products, Technometrics 4
 * (1962); for merging, T. F. Chan, G. H. Golub and R. J. LeVeque, Updating Formulae and a Pairwise Algorithm for
 * Computing Sample Variances (1979), (2.1).
 *
 * @example
 * const moments = new RunningMoments();
 * for (const value of [1, 2, 3]) moments.add(value);
 * moments.sample(); // { count: 3, mean: 2, variance: 1 }
 */
export class RunningMoments {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#count++;
    const before = value - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (value - this.#mean);
  }

  /** Takes in what another one has seen. */
  merge(other: RunningMoments): void {
    if (other.#count === 0) return;
    const count = this.#count + other.#count;
    const distance = other.#mean - this.#mean;
    this.#squares += other.#squares + distance * distance * ((this.#count * other.#count) / count);
    this.#mean += (distance * other.#count) / count;
    this.#count = count;
  }

  /** What was seen. The variance divides by count − 1, and is NaN for fewer than two. */
  sample(): Sample {
    const variance = this.#count < 2 ? Number.NaN : this.#squares / (this.#count - 1);
    return { count: this.#count, mean: this.#mean, variance };
  }
}
