/** The cells of a row of a table, which begins with a bar. */
export function cellsOf(row: string): string[] {
  const inner = row.endsWith('|') && row.length > 1 ? row.slice(1, -1) : row.slice(1);
  return inner.split('|').map((cell) => cell.trim());
}

/** Whether a row is the line between the titles of the columns and the rows. */
export function isRule(row: string): boolean {
  return /^\|[|\s:-]+$/.test(row) && row.includes('-');
}
