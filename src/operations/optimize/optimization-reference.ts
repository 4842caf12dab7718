import * as z from 'zod/mini';

/** An optimisation that is there already: by its id, the unique beginning of its id, or `latest`. */
export const optimizationReference = { optimization: z.string() };
