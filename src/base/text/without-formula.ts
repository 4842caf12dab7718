/**
 * What a spreadsheet takes for a formula: its first sign, with blanks before it or none, in the width of any
 * script (OWASP, CSV injection).
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A value for a table; a text that a spreadsheet would take for a formula has an apostrophe before it.
 *
 * @example withoutFormula('=1+1') === "'=1+1"
 */
export function withoutFormula<Value>(value: Value): Value | string {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}
