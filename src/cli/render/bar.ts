/**
 * A bar whose length stands for a number; anything above nothing is seen.
 *
 * @param longest the number that fills all cells
 * @example bar(5, 10, 8) === '████'
 */
export function bar(value: number, longest: number, cells: number, block = '█'): string {
  if (longest <= 0 || value <= 0) return '';
  return block.repeat(Math.max(1, Math.round((value / longest) * cells)));
}
