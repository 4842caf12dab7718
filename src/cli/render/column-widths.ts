/** How wide a column would like to be, and how narrow it may become; in cells. */
export interface ColumnNeed {
  readonly natural: number;
  /** Equal to `natural` for a column that gives nothing away. */
  readonly least: number;
}

/**
 * Widths with which a row takes at most `available` cells: what is too much is taken from the widest
 * column that may still shrink, cell by cell. When none may, the row stays too wide.
 *
 * @example columnWidths([{ natural: 12, least: 12 }, { natural: 90, least: 10 }], 50) // [12, 38]
 */
export function columnWidths(needs: readonly ColumnNeed[], available: number): number[] {
  const widths = needs.map(({ natural }) => natural);
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  for (; excess > 0; excess--) {
    const widest = widestShrinkable(needs, widths);
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function widestShrinkable(needs: readonly ColumnNeed[], widths: readonly number[]): number {
  let widest = -1;
  needs.forEach(({ least }, at) => {
    const width = widths[at] ?? 0;
    if (width > least && width > (widths[widest] ?? 0)) widest = at;
  });
  return widest;
}
