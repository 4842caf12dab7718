/** A time column as the program has it. */
export function dateOrNull(column: string | null): Date | null {
  return column === null ? null : new Date(column);
}
