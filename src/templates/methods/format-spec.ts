import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { codePointLength, codePointPrefix } from '../values/code-points.js';
import { exponentText, fixedText, generalText } from '../values/fixed-text.js';
import { isFloat } from '../values/float.js';
import { floatText } from '../values/float-text.js';
import { asInteger, type Integer } from '../values/integer.js';
import { integerText } from '../values/integer-text.js';
import { asString } from '../values/markup.js';
import { operand, operandFloat } from '../values/operand.js';
import { text } from '../values/text.js';
import { typeName } from '../values/type-name.js';
import type { Value } from '../values/value.js';

/** `[[fill]align][sign][#][0][width][grouping][.precision][type]`, taken apart. */
interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su;
const STANDARD_PRECISION = 6;

/** Python's `format(value, spec)` for text and numbers. */
export function formatBySpec(value: Value, specText: string, budget: Budget): string {
  if (specText === '') return text(value, budget);
  const string = asString(value);
  const isNumber = operand(value) !== undefined;
  if (string === undefined && !isNumber) {
    throw runtimeFault(`unsupported format string passed to ${typeName(value)}.__format__`);
  }
  const spec = parseSpec(specText, value, isNumber);
  budget.makes(spec.width + (spec.precision ?? 0));
  return string === undefined ? formatNumber(value, spec) : formatString(string, spec, value);
}

function parseSpec(specText: string, value: Value, isNumber: boolean): FormatSpec {
  const match = SPEC.exec(specText);
  if (match === null)
    throw runtimeFault(`Invalid format specifier '${specText}' for object of type '${typeName(value)}'`);
  const [, fill, align, sign = '-', , alternate, zero, width, grouping = '', precision, type = ''] = match;
  return {
    fill: fill ?? (zero === undefined ? ' ' : '0'),
    align: align ?? (isNumber ? (zero === undefined ? '>' : '=') : '<'),
    sign,
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping,
    precision: precision === undefined ? undefined : Number(precision),
    type,
  };
}

function formatString(string: string, spec: FormatSpec, value: Value): string {
  if (spec.type !== '' && spec.type !== 's') throw unknownType(spec, value);
  if (spec.grouping !== '') throw runtimeFault(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.sign !== '-') throw runtimeFault('Sign not allowed in string format specifier');
  if (spec.alternate) throw runtimeFault('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') throw runtimeFault("'=' alignment not allowed in string format specifier");
  return aligned('', spec.precision === undefined ? string : codePointPrefix(string, spec.precision), spec);
}

function formatNumber(value: Value, spec: FormatSpec): string {
  const int = asInteger(value);
  const isWhole = int !== undefined && (spec.type === '' || 'dnbcoxX'.includes(spec.type));
  return isWhole ? formatInteger(int, spec) : formatFloat(value, spec);
}

function formatInteger(int: Integer, spec: FormatSpec): string {
  if (spec.precision !== undefined) throw runtimeFault('Precision not allowed in integer format specifier');
  if (spec.type === 'c') return aligned('', String.fromCodePoint(Number(int)), { ...spec, align: '<' });
  const size: Integer = int < 0 ? -int : int;
  const [digits, prefix] = integerDigits(size, spec);
  const shown = grouped(digits, spec.grouping, spec.type === '' || spec.type === 'd' ? 3 : 4);
  return aligned(signText(int < 0, spec) + (spec.alternate ? prefix : ''), shown, spec);
}

function integerDigits(size: Integer, { type }: FormatSpec): [digits: string, prefix: string] {
  switch (type) {
    case 'b':
      return [size.toString(2), '0b'];
    case 'o':
      return [size.toString(8), '0o'];
    case 'x':
      return [size.toString(16), '0x'];
    case 'X':
      return [size.toString(16).toUpperCase(), '0X'];
    default:
      return [integerText(size), ''];
  }
}

function formatFloat(value: Value, spec: FormatSpec): string {
  const number = operandFloat(operand(value) ?? { int: 0 });
  const isNegative = number < 0 || Object.is(number, -0);
  const shown = floatDigits(Math.abs(number), spec, value);
  const point = shown.search(/[.e]/);
  const whole = point === -1 ? shown : shown.slice(0, point);
  return aligned(
    signText(isNegative, spec),
    grouped(whole, spec.grouping, 3) + shown.slice(whole.length),
    spec,
  );
}

function floatDigits(size: number, spec: FormatSpec, value: Value): string {
  const { type, precision = STANDARD_PRECISION, alternate } = spec;
  if (!Number.isFinite(size)) return cased(Number.isNaN(size) ? 'nan' : 'inf', type);
  switch (type) {
    case 'f':
    case 'F':
      return fixedText(size, precision);
    case 'e':
    case 'E':
      return cased(exponentText(size, precision), type);
    case 'g':
    case 'G':
    case 'n':
      return cased(generalText(size, precision, alternate), type);
    case '%':
      return `${fixedText(size * 100, precision)}%`;
    case '':
      return spec.precision === undefined
        ? floatText(size)
        : pointed(generalText(size, precision, alternate), value);
    default:
      throw unknownType(spec, value);
  }
}

/** Without a type, a float keeps at least one decimal. */
function pointed(shown: string, value: Value): string {
  return isFloat(value) && !/[.e]/.test(shown) ? `${shown}.0` : shown;
}

function cased(shown: string, type: string): string {
  return type >= 'A' && type <= 'Z' ? shown.toUpperCase() : shown;
}

function signText(isNegative: boolean, { sign }: FormatSpec): string {
  if (isNegative) return '-';
  return sign === '-' ? '' : sign;
}

function grouped(digits: string, separator: string, size: number): string {
  if (separator === '' || !/^[\da-fA-F]+$/.test(digits)) return digits;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= size)
    groups.unshift(digits.slice(Math.max(0, end - size), end));
  return groups.join(separator);
}

function aligned(sign: string, shown: string, { fill, align, width }: FormatSpec): string {
  const missing = Math.max(0, width - codePointLength(sign) - codePointLength(shown));
  switch (align) {
    case '<':
      return sign + shown + fill.repeat(missing);
    case '^':
      return fill.repeat(Math.floor(missing / 2)) + sign + shown + fill.repeat(Math.ceil(missing / 2));
    case '=':
      return sign + fill.repeat(missing) + shown;
    default:
      return fill.repeat(missing) + sign + shown;
  }
}

function unknownType({ type }: FormatSpec, value: Value): Error {
  return runtimeFault(`Unknown format code '${type}' for object of type '${typeName(value)}'`);
}
