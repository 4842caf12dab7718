const units = [
  [1_000_000_000, 'B'],
  [1_000_000, 'M'],
  [1_000, 'k'],
] as const;

/**
 * A whole number in four characters or five, for tables.
 *
 * @example shortCount(12_345) === '12k'
 * @example shortCount(1_250) === '1.2k'
 */
export function shortCount(count: number): string {
  const unit = units.find(([size]) => count >= size);
  if (unit === undefined) return String(count);
  const [size, letter] = unit;
  const tenths = Math.floor((count * 10) / size) / 10;
  return `${tenths < 10 ? tenths : Math.floor(tenths)}${letter}`;
}
