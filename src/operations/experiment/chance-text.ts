/**
 * A chance as a person reads it; it is never said to be none or all.
 *
 * @example chanceText(0.0004) === '< 0.1 %'
 */
export function chanceText(chance: number): string {
  const percent = chance * 100;
  if (percent > 99.9) return '> 99.9 %';
  return percent < 0.1 ? '< 0.1 %' : `${percent.toFixed(1)} %`;
}
