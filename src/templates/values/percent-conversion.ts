import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { codePointLength, codePointPrefix } from './code-points.js';
import { exponentText, fixedText, generalText } from './fixed-text.js';
import { asInteger, type Integer, integer } from './integer.js';
import { integerText } from './integer-text.js';
import { asString } from './markup.js';
import { type Operand, operand, operandFloat } from './operand.js';
import { repr } from './repr.js';
import { text } from './text.js';
import { typeName } from './type-name.js';
import type { Value } from './value.js';

/** One `%…` of a format string. */
export interface Conversion {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** The letter that says how the value is shown. */
  readonly type: string;
  /** Where the letter stands, for messages. */
  readonly index: number;
}

const STANDARD_PRECISION = 6;

/** A value as one `%…` shows it. */
export function convert(conversion: Conversion, value: Value, budget: Budget): string {
  switch (conversion.type) {
    case 's':
      return padded(conversion, '', shortened(conversion, text(value, budget)));
    case 'r':
    case 'a':
      return padded(conversion, '', shortened(conversion, repr(value, budget)));
    case 'c':
      return padded(conversion, '', character(value));
    case 'd':
    case 'i':
    case 'u':
      return convertInteger(conversion, truncated(conversion, value), integerText);
    case 'x':
    case 'X':
    case 'o':
      return convertInteger(conversion, whole(conversion, value), (int) => inBase(conversion, int));
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return convertFloat(conversion, value);
    default:
      throw unsupportedCharacter(conversion);
  }
}

function shortened({ precision }: Conversion, shown: string): string {
  return precision === undefined ? shown : codePointPrefix(shown, precision);
}

function character(value: Value): string {
  const single = asString(value);
  if (single !== undefined && codePointLength(single) === 1) return single;
  const code = asInteger(value);
  if (code === undefined) throw runtimeFault('%c requires int or char');
  if (code < 0 || code > 0x10ffff) throw runtimeFault('%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function numberOf({ type }: Conversion, value: Value): Operand {
  const number = operand(value);
  if (number === undefined) {
    throw runtimeFault(`%${type} format: a real number is required, not ${typeName(value)}`);
  }
  return number;
}

/** `%d` cuts the decimals of floats off. */
function truncated(conversion: Conversion, value: Value): Integer {
  const number = numberOf(conversion, value);
  if ('int' in number) return number.int;
  if (!Number.isFinite(number.float)) {
    throw runtimeFault(`cannot convert float ${Number.isNaN(number.float) ? 'NaN' : 'infinity'} to integer`);
  }
  return integer(BigInt(Math.trunc(number.float)));
}

function whole({ type }: Conversion, value: Value): Integer {
  const int = asInteger(value);
  if (int === undefined)
    throw runtimeFault(`%${type} format: an integer is required, not ${typeName(value)}`);
  return int;
}

function inBase({ type, flags }: Conversion, int: Integer): string {
  const digits = int.toString(type === 'o' ? 8 : 16);
  const prefixed = flags.includes('#') ? `0${type.toLowerCase()}${digits}` : digits;
  return type === 'X' ? prefixed.toUpperCase() : prefixed;
}

function convertInteger(conversion: Conversion, int: Integer, digitsOf: (int: Integer) => string): string {
  const digits = digitsOf(int < 0 ? -int : int).padStart(conversion.precision ?? 0, '0');
  return padded(conversion, sign(conversion, int < 0), digits);
}

function convertFloat(conversion: Conversion, value: Value): string {
  const number = operandFloat(numberOf(conversion, value));
  const isNegative = number < 0 || Object.is(number, -0);
  const shown = floatDigits(conversion, Math.abs(number));
  const cased = conversion.type < 'a' ? shown.toUpperCase() : shown;
  return padded(conversion, sign(conversion, isNegative), cased);
}

function floatDigits({ type, precision = STANDARD_PRECISION, flags }: Conversion, value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'inf';
  switch (type.toLowerCase()) {
    case 'e':
      return exponentText(value, precision);
    case 'f':
      return fixedText(value, precision);
    default:
      return generalText(value, precision, flags.includes('#'));
  }
}

function sign({ flags }: Conversion, isNegative: boolean): string {
  if (isNegative) return '-';
  if (flags.includes('+')) return '+';
  return flags.includes(' ') ? ' ' : '';
}

function padded({ flags, width = 0, type }: Conversion, signText: string, shown: string): string {
  const missing = Math.abs(width) - codePointLength(shown) - signText.length;
  if (missing <= 0) return signText + shown;
  if (flags.includes('-') || width < 0) return signText + shown + ' '.repeat(missing);
  const withZeros = flags.includes('0') && !'sracSRAC'.includes(type);
  return withZeros ? signText + '0'.repeat(missing) + shown : ' '.repeat(missing) + signText + shown;
}

function unsupportedCharacter({ type, index }: Conversion): Error {
  const code = type.codePointAt(0)?.toString(16) ?? '';
  return runtimeFault(`unsupported format character '${type}' (0x${code}) at index ${index}`);
}
