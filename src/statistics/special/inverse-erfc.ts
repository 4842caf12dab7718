import { erf, erfc, scaledErfc } from './erf.js';

const ROOT_PI_OVER_2 = 0.886226925452758;

/** Between these the error function is solved instead, which keeps its digits near 0. */
const CENTRE = { from: 0.5, to: 1.5 };

/** The first guess is right to 4.5e-4; each step triples its digits. */
const STEPS = 3;

/**
 * The x for which erfc(x) is `value`, with a relative error of about 1e-15.
 *
 * A rational first guess (Abramowitz and Stegun, 26.2.23), then Halley's method: on erf in the middle, on the
 * logarithm of erfc in the tails, where erfc itself may be as small as numbers get.
 *
 * @param value from 0 to 2
 * @returns NaN for other values, Infinity for 0
 * @example inverseErfc(1e-300) // 26.2094699605
 */
export function inverseErfc(value: number): number {
  if (!(value >= 0 && value <= 2)) return Number.NaN;
  if (value === 0) return Number.POSITIVE_INFINITY;
  if (value > 1) return -inverseErfc(2 - value) + 0;
  return value >= CENTRE.from ? inverseErf(1 - value) : inverseInTail(value);
}

function inverseErf(value: number): number {
  let x = value * ROOT_PI_OVER_2;
  for (let step = 0; step < STEPS + 1; step++) {
    const newton = (erf(x) - value) * ROOT_PI_OVER_2 * Math.exp(x * x);
    x -= newton / (1 + x * newton);
  }
  return x;
}

function inverseInTail(value: number): number {
  const logValue = Math.log(value);
  let x = firstGuess(logValue - Math.LN2) * Math.SQRT1_2;
  for (let step = 0; step < STEPS; step++) {
    const scaled = scaledErfc(x);
    const residual = residualInTail(x, scaled, value, logValue);
    const slope = -1 / (ROOT_PI_OVER_2 * scaled);
    const newton = residual / slope;
    // The second derivative of log erfc over the first is −2x − slope.
    x -= newton / (1 - (newton * (2 * x + slope)) / 2);
  }
  return x;
}

/** log(erfc(x) / value): by the quotient where both are ordinary numbers, because logarithms lose digits. */
function residualInTail(x: number, scaled: number, value: number, logValue: number): number {
  return value > 1e-290 ? Math.log1p((erfc(x) - value) / value) : Math.log(scaled) - x * x - logValue;
}

/** The z above which a normal distribution has the part exp(logTail). */
function firstGuess(logTail: number): number {
  const t = Math.sqrt(-2 * logTail);
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - above / below;
}
