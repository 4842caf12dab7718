/**
 * What a spreadsheet takes for a formula: its first sign, with blanks before it or none, in the width of any
 * script (OWASP, CSV injection).
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A row as RFC 4180 has it. A text that a spreadsheet would take for a formula has an apostrophe before it.
 *
 * @example csvRow(['a "b"', 1, null, '=1+1']) === `"a ""b""",1,,"'=1+1"\r\n`
 */
export function csvRow(values: readonly (string | number | Date | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | Date | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
