import { type Float, float } from '../values/float.js';
import { type Integer, integer } from '../values/integer.js';

/** A number as written in a template. */
export interface NumberMatch {
  readonly kind: 'integer' | 'float';
  /** Its digits without the underscores. */
  readonly digits: string;
  readonly end: number;
}

const INTEGER = /0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[\da-fA-F])+|[1-9](?:_?\d)*|0(?:_?0)*/y;
const DECIMALS = /\.\d+(?:_\d+)*/y;
const EXPONENT = /[eE][+-]?\d+(?:_\d+)*/y;
const LEADING_DIGITS = /\d+(?:_\d+)*/y;

/** The number that begins at an offset, or undefined. */
export function matchNumber(text: string, offset: number): NumberMatch | undefined {
  const first = text.charAt(offset);
  if (first < '0' || first > '9') return undefined;
  return matchFloat(text, offset) ?? matchInteger(text, offset);
}

/** The value of an integer literal of any base and size. */
export function integerValue(digits: string): Integer {
  return integer(BigInt(digits));
}

/** The value of a float literal. */
export function floatValue(digits: string): number | Float {
  return float(Number(digits));
}

/** Digits are a float only with decimals or an exponent, and never right behind a point (`a.1.2`). */
function matchFloat(text: string, offset: number): NumberMatch | undefined {
  if (text.charAt(offset - 1) === '.') return undefined;
  const digitsEnd = matchEnd(LEADING_DIGITS, text, offset) ?? offset;
  const decimalsEnd = matchEnd(DECIMALS, text, digitsEnd) ?? digitsEnd;
  const end = matchEnd(EXPONENT, text, decimalsEnd) ?? decimalsEnd;
  return end === digitsEnd ? undefined : number('float', text, offset, end);
}

function matchInteger(text: string, offset: number): NumberMatch | undefined {
  const end = matchEnd(INTEGER, text, offset);
  return end === undefined ? undefined : number('integer', text, offset, end);
}

function number(kind: NumberMatch['kind'], text: string, offset: number, end: number): NumberMatch {
  return { kind, digits: text.slice(offset, end).replaceAll('_', ''), end };
}

function matchEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
