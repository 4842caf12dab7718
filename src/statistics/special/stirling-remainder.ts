/**
 * What Stirling's formula for log Γ lacks, by its asymptotic series: 1/(12z) − 1/(360z³) + …, to the last digit for
 * z ≥ 16. Source: Abramowitz and Stegun, 6.1.40.
 *
 * @example stirlingRemainder(16) // 0.0052076559
 */
export function stirlingRemainder(z: number): number {
  const r = 1 / (z * z);
  const sum = 1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156 - r * (3617 / 122400))));
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * sum))) / z;
}
