import * as z from 'zod/mini';

/** How many pass the filter of a list. */
export const totalShape = {
  total: z.number(),
  /** False when there are more than `total`, which ends at 1,000: a list is counted no further. */
  exact: z.boolean(),
};
