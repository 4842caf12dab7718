/**
 * The Damerau-Levenshtein distance (neighbours may swap) of two short strings, or `limit + 1` when it is
 * above `limit`.
 *
 * @example
 * editDistance('analysis', 'anlaysis', 2); // 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, last, beforeLast);
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

function nextRow(a: string, b: string, row: number, last: number[], beforeLast: number[]): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const replace = cost(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swap = swapped ? cost(beforeLast, column - 2) + 1 : replace;
    current.push(Math.min(replace, swap, cost(last, column) + 1, cost(current, column - 1) + 1));
  }
  return current;
}

function cost(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
