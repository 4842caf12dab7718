import * as z from 'zod/mini';

/** An experiment that is there already: by its name, its id, or the unique beginning of its id. */
export const experimentReference = { experiment: z.string() };
