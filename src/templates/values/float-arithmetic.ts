import { runtimeFault } from '../fault.js';

/** Python's `//` of floats: rounded down, exact where the quotient is. */
export function floorDivideFloats(left: number, right: number): number {
  if (right === 0) throw runtimeFault('float floor division by zero');
  const quotient = (left - moduloFloats(left, right)) / right;
  if (quotient === 0) return left / right < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** Python's `%` of floats: the remainder has the sign of the divisor. */
export function moduloFloats(left: number, right: number): number {
  if (right === 0) throw runtimeFault('float modulo');
  const rest = left % right;
  if (rest === 0) return right < 0 ? -0 : 0;
  return rest < 0 === right < 0 ? rest : rest + right;
}

/** Python's `**` of floats, which has no complex results here. */
export function powerFloats(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw runtimeFault('0.0 cannot be raised to a negative power');
  if (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent)) {
    throw runtimeFault('a negative number has no real power with a fractional exponent');
  }
  if (base === 1 || (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent))) return 1;
  const power = base ** exponent;
  if (!Number.isFinite(power) && Number.isFinite(base) && Number.isFinite(exponent)) {
    throw runtimeFault('Numerical result out of range');
  }
  return power;
}
