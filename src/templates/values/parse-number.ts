import { trimOf } from '../syntax/whitespace.js';
import { type Integer, integer } from './integer.js';

const PREFIXES: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 16: '0x' };
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;
/** Python refuses longer texts, because the conversion takes quadratic time. */
const LONGEST = 4300;

/** The int that a text is in a base from 2 to 36, or undefined; base 0 reads the prefix. */
export function parseInteger(text: string, base: number): Integer | undefined {
  const trimmed = trimOf(text);
  const isNegative = trimmed.startsWith('-');
  const unsigned = isNegative || trimmed.startsWith('+') ? trimmed.slice(1) : trimmed;
  const [radix, digits] = withoutPrefix(unsigned.toLowerCase(), base);
  if (digits.length > LONGEST || !/^[\da-z]+(?:_[\da-z]+)*$/.test(digits)) return undefined;
  const value = digitsValue(digits.replaceAll('_', ''), radix);
  return value === undefined ? undefined : integer(isNegative ? -value : value);
}

/** The float that a text is, or undefined. */
export function parseFloatText(text: string): number | undefined {
  const trimmed = trimOf(text);
  const special = SPECIAL.exec(trimmed);
  if (special !== null) {
    const size = special[2]?.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === '-' ? -size : size;
  }
  return FLOAT.test(trimmed) ? Number(trimmed.replaceAll('_', '')) : undefined;
}

function withoutPrefix(digits: string, base: number): [radix: number, digits: string] {
  for (const [radix, prefix] of Object.entries(PREFIXES)) {
    const matches = base === Number(radix) || base === 0;
    if (matches && digits.startsWith(prefix)) return [Number(radix), digits.slice(2)];
  }
  return [base === 0 ? 10 : base, digits];
}

function digitsValue(digits: string, radix: number): bigint | undefined {
  if (radix === 10) return /^\d+$/.test(digits) ? BigInt(digits) : undefined;
  let value = 0n;
  for (const character of digits) {
    const digit = Number.parseInt(character, 36);
    if (!(digit < radix)) return undefined;
    value = value * BigInt(radix) + BigInt(digit);
  }
  return value;
}
