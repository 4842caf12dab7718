/** Means, variances and covariance of pairs, per pair. */
export interface PairedSample {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly varianceX: number;
  readonly varianceY: number;
  readonly covariance: number;
}

/**
 * Means, variances and covariance of pairs that come one after the other, in constant memory.
 *
 * Sources: as `RunningMoments`; for the covariance, P. Pébay, Formulas for Robust, One-Pass Parallel Computation of
 * Covariances and Arbitrary-Order Statistical Moments, SAND2008-6212, (3.4) and (3.5).
 *
 * @example
 * const comoments = new RunningComoments();
 * for (const [x, y] of [[1, 2], [2, 4], [3, 6]] as const) comoments.add(x, y);
 * comoments.sample().covariance; // 2
 */
export class RunningComoments {
  #count = 0;
  #meanX = 0;
  #meanY = 0;
  #squaresX = 0;
  #squaresY = 0;
  #products = 0;

  add(x: number, y: number): void {
    this.#count++;
    const [beforeX, beforeY] = [x - this.#meanX, y - this.#meanY];
    this.#meanX += beforeX / this.#count;
    this.#meanY += beforeY / this.#count;
    const afterY = y - this.#meanY;
    this.#squaresX += beforeX * (x - this.#meanX);
    this.#squaresY += beforeY * afterY;
    this.#products += beforeX * afterY;
  }

  /** Takes in what another one has seen. */
  merge(other: RunningComoments): void {
    if (other.#count === 0) return;
    const count = this.#count + other.#count;
    const weight = (this.#count * other.#count) / count;
    const [distanceX, distanceY] = [other.#meanX - this.#meanX, other.#meanY - this.#meanY];
    this.#squaresX += other.#squaresX + distanceX * distanceX * weight;
    this.#squaresY += other.#squaresY + distanceY * distanceY * weight;
    this.#products += other.#products + distanceX * distanceY * weight;
    this.#meanX += (distanceX * other.#count) / count;
    this.#meanY += (distanceY * other.#count) / count;
    this.#count = count;
  }

  /** What was seen. Variances divide by count − 1, and are NaN for fewer than two. */
  sample(): PairedSample {
    const divisor = this.#count < 2 ? Number.NaN : this.#count - 1;
    return {
      count: this.#count,
      meanX: this.#meanX,
      meanY: this.#meanY,
      varianceX: this.#squaresX / divisor,
      varianceY: this.#squaresY / divisor,
      covariance: this.#products / divisor,
    };
  }
}
