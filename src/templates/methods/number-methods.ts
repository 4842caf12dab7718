import { functionTable } from '../runtime/native-function.js';
import { isFloat } from '../values/float.js';
import { asInteger } from '../values/integer.js';
import { operand, operandFloat } from '../values/operand.js';
import type { Value } from '../values/value.js';

/** The methods of ints and bools. */
export const INTEGER_METHODS = functionTable({
  bit_length: [{ required: ['self'] }, (_, self) => bitLength(self)],
  is_integer: [{ required: ['self'] }, () => true],
});

/** The methods of floats. */
export const FLOAT_METHODS = functionTable({
  is_integer: [{ required: ['self'] }, (_, self) => Number.isInteger(asFloat(self))],
});

function bitLength(self: Value): number {
  const int = BigInt(asInteger(self) ?? 0);
  return int === 0n ? 0 : (int < 0n ? -int : int).toString(2).length;
}

function asFloat(self: Value): number {
  const number = isFloat(self) ? operand(self) : undefined;
  return number === undefined ? Number.NaN : operandFloat(number);
}
