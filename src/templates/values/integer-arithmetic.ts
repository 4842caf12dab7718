import type { Budget } from '../budget.js';
import { limitFault, runtimeFault } from '../fault.js';
import { type Integer, integer } from './integer.js';

/** The largest int that may be made, in bits; calculating beyond takes noticeable time. */
const MOST_BITS = 262_144;
const BITS_PER_STEP = 64;

/** The sum of two ints. */
export function addIntegers(left: Integer, right: Integer, budget: Budget): Integer {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  chargeBits(Math.max(bits(left), bits(right)), budget);
  return integer(BigInt(left) + BigInt(right));
}

/** The product of two ints. */
export function multiplyIntegers(left: Integer, right: Integer, budget: Budget): Integer {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  chargeBits(bits(left) + bits(right), budget);
  return integer(BigInt(left) * BigInt(right));
}

/** Division rounded down, and its remainder with the sign of the divisor. */
export function divideIntegers(
  left: Integer,
  right: Integer,
  budget: Budget,
): { quotient: Integer; remainder: Integer } {
  if (typeof left === 'number' && typeof right === 'number') {
    const rest = left % right;
    const uneven = rest !== 0 && rest < 0 !== right < 0;
    const towardsZero = (left - rest) / right;
    return { quotient: towardsZero - (uneven ? 1 : 0) + 0, remainder: rest + (uneven ? right : 0) };
  }
  chargeBits(Math.max(bits(left), bits(right)), budget);
  const dividend = BigInt(left);
  const divisor = BigInt(right);
  const rest = dividend % divisor;
  const uneven = rest !== 0n && rest < 0n !== divisor < 0n;
  return {
    quotient: integer(dividend / divisor - (uneven ? 1n : 0n)),
    remainder: integer(uneven ? rest + divisor : rest),
  };
}

/** The float nearest to the quotient of two ints of any size. */
export function trueDivide(left: Integer, right: Integer): number {
  if (typeof left === 'number' && typeof right === 'number') return left / right;
  const dividend = BigInt(left);
  const divisor = BigInt(right);
  const negative = dividend < 0n !== divisor < 0n;
  const quotient = nearestQuotient(magnitude(dividend), magnitude(divisor));
  if (!Number.isFinite(quotient)) throw runtimeFault('integer division result too large for a float');
  return negative ? -quotient : quotient;
}

/** `base ** exponent` for an exponent of zero or more. */
export function powerIntegers(base: Integer, exponent: Integer, budget: Budget): Integer {
  if (base === 0 || base === 1 || exponent === 0) return exponent === 0 ? 1 : base;
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  chargeBits(bits(base) * Number(exponent), budget);
  return integer(BigInt(base) ** BigInt(exponent));
}

/**
 * Rounds once, to even, in exact arithmetic: the quotient is scaled to 66 or 67 bits and a sticky bit
 * stands for all that was cut off, so that the conversion to a float sees on which side of a tie it is.
 */
function nearestQuotient(dividend: bigint, divisor: bigint): number {
  const shift = 66 - (bits(dividend) - bits(divisor));
  const scaled = shift >= 0 ? dividend << BigInt(shift) : dividend;
  const scale = shift >= 0 ? divisor : divisor << BigInt(-shift);
  const sticky = scaled % scale === 0n ? 0n : 1n;
  const quotient = Number((scaled / scale) | sticky);
  return quotient * 2 ** -shift;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function bits(value: Integer): number {
  if (typeof value === 'number') return Math.floor(Math.log2(Math.max(1, Math.abs(value)))) + 1;
  const digits = magnitude(value).toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits.charAt(0), 16)));
}

function chargeBits(count: number, budget: Budget): void {
  if (count > MOST_BITS) throw limitFault('intermediates', `An int may have at most ${MOST_BITS} bits.`);
  budget.step(Math.ceil(count / BITS_PER_STEP));
}
