/**
 * An amount in US dollars as people read it: with as many digits as it takes to see it.
 *
 * @example formatDollars(1.25) === '$1.25'
 * @example formatDollars(0.00042) === '$0.00042'
 */
export function formatDollars(amount: number): string {
  if (amount === 0 || amount >= 0.01) return `$${amount.toFixed(2)}`;
  const digits = Math.min(9, 1 - Math.floor(Math.log10(amount)));
  return `$${amount.toFixed(digits).replace(/0{1,9}$/, '')}`;
}
