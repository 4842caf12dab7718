import { runtimeFault } from '../fault.js';
import { requireCount } from '../methods/string-argument.js';
import { functionTable } from '../runtime/native-function.js';
import { negate } from '../values/arithmetic.js';
import { fixedText } from '../values/fixed-text.js';
import { float, isFloat } from '../values/float.js';
import { asInteger, type Integer, integer } from '../values/integer.js';
import { asString } from '../values/markup.js';
import { operand, operandFloat } from '../values/operand.js';
import { parseFloatText, parseInteger } from '../values/parse-number.js';
import { roundNumber } from '../values/round-number.js';
import { isTrue } from '../values/truth.js';
import { typeName } from '../values/type-name.js';
import { requireDefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';

/** Filters that make and change numbers. */
export const NUMBER_FILTERS = functionTable({
  abs: [{ required: ['value'] }, (_, value) => absolute(value)],
  int: [
    { required: ['value'], optional: { default: 0, base: 10 } },
    (_, value, standard, base) => toInteger(value, requireCount(base)) ?? standard,
  ],
  float: [
    { required: ['value'], optional: { default: float(0) } },
    (_, value, standard) => {
      const number = toFloat(value);
      return number === undefined ? standard : float(number);
    },
  ],
  round: [
    { required: ['value'], optional: { precision: 0, method: 'common' } },
    ({ budget }, value, precision, method) =>
      roundNumber(value, requireCount(precision), roundingMethod(method), budget),
  ],
  filesizeformat: [
    { required: ['value'], optional: { binary: false } },
    (_, value, binary) => fileSize(requireFloat(value), isTrue(binary)),
  ],
});

function absolute(value: Value): Value {
  const number = operand(value);
  if (number === undefined) throw runtimeFault(`bad operand type for abs(): '${typeName(value)}'`);
  if ('float' in number) return float(Math.abs(number.float));
  return number.int < 0 ? negate(number.int) : number.int;
}

/** The int that a value can be read as, or undefined. */
function toInteger(value: Value, base: number): Integer | undefined {
  const string = asString(value);
  if (string !== undefined) return parseInteger(string, base) ?? truncated(parseFloatText(string));
  requireDefined(value);
  const int = asInteger(value);
  return int ?? (isFloat(value) ? truncated(toFloat(value)) : undefined);
}

function truncated(number: number | undefined): Integer | undefined {
  return number !== undefined && Number.isFinite(number) ? integer(BigInt(Math.trunc(number))) : undefined;
}

function toFloat(value: Value): number | undefined {
  const string = asString(value);
  if (string !== undefined) return parseFloatText(string);
  requireDefined(value);
  const number = operand(value);
  return number === undefined ? undefined : operandFloat(number);
}

function requireFloat(value: Value): number {
  const number = toFloat(value);
  if (number !== undefined) return number;
  const string = asString(value);
  throw runtimeFault(
    string === undefined
      ? `float() argument must be a string or a real number, not '${typeName(value)}'`
      : `could not convert string to float: '${string}'`,
  );
}

function roundingMethod(method: Value): 'common' | 'ceil' | 'floor' {
  const name = asString(method);
  if (name === 'common' || name === 'ceil' || name === 'floor') return name;
  throw runtimeFault('method must be common, ceil or floor');
}

const PREFIXES = ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];

function fileSize(bytes: number, isBinary: boolean): string {
  const base = isBinary ? 1024 : 1000;
  if (bytes === 1) return '1 Byte';
  if (bytes < base) return `${Math.trunc(bytes)} Bytes`;
  let unit = base;
  let index = 0;
  while (index < PREFIXES.length - 1 && bytes >= unit * base) {
    unit *= base;
    index += 1;
  }
  const prefix = PREFIXES[index] ?? '';
  return `${fixedText(bytes / unit, 1)} ${isBinary ? `${prefix.toUpperCase()}iB` : `${prefix}B`}`;
}
