const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/**
 * A size for people, in decimal units, with one digit behind the point below ten.
 *
 * @example formatBytes(1_240_000) === '1.2 MB'
 */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let size = bytes;
  let unit: string = 'B';
  for (const larger of BYTE_UNITS) {
    if (Math.round(size) < 1000) break;
    size /= 1000;
    unit = larger;
  }
  const rounded = size < 9.95 ? size.toFixed(1) : Math.round(size);
  return `${rounded} ${unit}`;
}
