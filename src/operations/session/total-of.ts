import type { BoundedCount } from '../../store/bounded-count.js';

/** How many sessions there are of all statuses together. */
export function totalOf(counts: Readonly<Record<string, BoundedCount>>): { total: number; exact: boolean } {
  const all = Object.values(counts);
  return {
    total: all.reduce((sum, { count }) => sum + count, 0),
    exact: all.every(({ exact }) => exact),
  };
}
