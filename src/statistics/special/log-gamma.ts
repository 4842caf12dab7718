import { HALF_LOG_2_PI } from './constants.js';
import { stirlingRemainder } from './stirling-remainder.js';

const ONE_MINUS_EULER = 0.42278433509846713;

/** ζ(k) − 1 for k from 2 on, calculated to 60 digits with mpmath. */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9,
];

/** From here on Stirling's series is exact to the last digit. */
const STIRLING_FROM = 16;

/**
 * The logarithm of the gamma function, with a relative error of about 1e-15, also near its zeros at 1 and 2.
 *
 * Around 2 by the series with ζ(k) − 1, to which smaller arguments are brought by Γ(x + 1) = x Γ(x); from 16 on
 * by Stirling's series. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.1.33 and 6.1.41.
 *
 * @param x above 0
 * @returns NaN for x that is not above 0
 * @example logGamma(5) // 3.1780538303, the logarithm of 4!
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + stirlingRemainder(x);
  if (x < 0.5) return logGamma1Plus(x) - Math.log(x);
  if (x < 1.5) return logGamma1Plus(x - 1);
  let [product, base] = [1, x];
  while (base > 2.5) {
    base -= 1;
    product *= base;
  }
  return Math.log(product) + logGamma2Plus(base - 2);
}

/** log Γ(1 + t) for |t| ≤ 1/2. */
function logGamma1Plus(t: number): number {
  return logGamma2Plus(t) - Math.log1p(t);
}

/** log Γ(2 + t) for |t| ≤ 1/2. */
function logGamma2Plus(t: number): number {
  let [sum, power] = [0, -t];
  for (const [at, zeta] of ZETA_MINUS_ONE.entries()) {
    power *= -t;
    sum += (zeta * power) / (at + 2);
  }
  return t * ONE_MINUS_EULER + sum;
}
