import { sha256 } from '../../base/checksum.js';

const TWO_TO_32 = 2 ** 32;

/**
 * Random numbers that are the same every time for the same seed, on every machine.
 *
 * xoshiro128** 1.1 of D. Blackman and S. Vigna (Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47,
 * 2021), whose state is taken from the SHA-256 of the seed. Not for secrets.
 *
 * @example new RandomSource('experiment 1').below(6) // a throw of a die, from 0 to 5
 */
export class RandomSource {
  #a: number;
  #b: number;
  #c: number;
  #d: number;
  #spare: number | null = null;

  constructor(seed: string) {
    const digest = Buffer.from(sha256(seed), 'hex');
    this.#a = digest.readInt32LE(0);
    this.#b = digest.readInt32LE(4);
    this.#c = digest.readInt32LE(8);
    this.#d = digest.readInt32LE(12);
  }

  /** A whole number from 0 to 2³² − 1. */
  word(): number {
    const result = Math.imul(rotated(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotated(this.#d, 11);
    return result;
  }

  /**
   * A whole number from 0 to limit − 1.
   *
   * @param limit from 1 to a million or so: none is likelier than another by more than limit / 2³²
   */
  below(limit: number): number {
    return Math.floor((this.word() / TWO_TO_32) * limit);
  }

  /** A number above 0 and below 1, of 2³² equally likely ones. */
  unit(): number {
    return (this.word() + 0.5) / TWO_TO_32;
  }

  /** A draw from a standard normal distribution, by G. Marsaglia's polar method (1964). */
  normal(): number {
    const spare = this.#spare;
    this.#spare = null;
    if (spare !== null) return spare;
    for (;;) {
      const [x, y] = [2 * this.unit() - 1, 2 * this.unit() - 1];
      const square = x * x + y * y;
      if (square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * scale;
      return x * scale;
    }
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
