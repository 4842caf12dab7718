import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { divide, multiply, power } from './arithmetic.js';
import { fixedText } from './fixed-text.js';
import { float } from './float.js';
import { type Integer, integer } from './integer.js';
import { operand, operandFloat } from './operand.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** More decimals than this a float does not have. */
const MOST_DECIMALS = 323;

/**
 * Rounds a number as the `round` filter does.
 *
 * @param precision decimals to keep; negative for tens, hundreds, …
 * @param method `common` rounds to the nearest, ties to even, and keeps ints; the others give floats
 */
export function roundNumber(
  value: Value,
  precision: number,
  method: 'common' | 'ceil' | 'floor',
  budget: Budget,
): Value {
  const number = operand(value);
  if (number === undefined) {
    requireDefined(value);
    throw runtimeFault(`type ${typeName(value)} doesn't define __round__ method`);
  }
  if (method !== 'common') {
    const scale = power(10, precision, budget);
    const scaled = operandFloat(operand(multiply(value, scale, budget)) ?? { int: 0 });
    const whole = integer(BigInt(method === 'ceil' ? Math.ceil(scaled) : Math.floor(scaled)));
    return divide(whole, scale);
  }
  return 'int' in number ? roundInteger(number.int, precision) : float(roundFloat(number.float, precision));
}

function roundInteger(int: Integer, precision: number): Integer {
  if (precision >= 0) return int;
  const digits = Math.min(-precision, int.toString().length + 1);
  const unit = 10n ** BigInt(digits);
  const value = BigInt(int);
  const rest = ((value % unit) + unit) % unit;
  const floor = value - rest;
  const isUp = rest * 2n > unit || (rest * 2n === unit && (floor / unit) % 2n !== 0n);
  return integer(isUp ? floor + unit : floor);
}

function roundFloat(value: number, precision: number): number {
  if (!Number.isFinite(value) || precision > MOST_DECIMALS) return value;
  if (precision >= 0) return Number(fixedText(value, precision));
  const unit = 10 ** -precision;
  if (!Number.isFinite(unit)) return value * 0;
  const quotient = value / unit;
  const floor = Math.floor(quotient);
  const rest = quotient - floor;
  return (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor) * unit;
}
