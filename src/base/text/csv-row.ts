/** What a cell of a table holds. */
export type CsvValue = string | number | boolean | Date | null;

/**
 * A row as RFC 4180 has it; unknown is empty, never 0.
 *
 * @example csvRow(['a "b"', 1, null]) === '"a ""b""",1,\r\n'
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
}
